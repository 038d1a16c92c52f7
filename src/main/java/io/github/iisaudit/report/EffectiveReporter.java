package io.github.iisaudit.report;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what IIS would see, path by path as it is resolved, so that large servers take no memory. Calls come in the
 * order
 * {@code server}, {@code scope}…, {@code server}, {@code scope}…, {@code end}. Not safe for use by several threads.
 */
public interface EffectiveReporter {

    /** Makes what writes. */
    interface Kind {

        /**
         * What writes.
         *
         * @param out is neither flushed nor closed
         * @param isFleet whether servers are to be named in text
         */
        EffectiveReporter reporter(Presentation presentation, Writer out, boolean isFleet) throws IOException;
    }

    /**
     * A line for each application, or for programs: how callers sign in there.
     *
     * @param isForPrograms whether as JSON
     */
    static Kind table(boolean isForPrograms, String version) {
        return (presentation, out, isFleet) ->
                isForPrograms ? new SignInJson(version, out) : new SignInTable(presentation, out);
    }

    /** The formats of effective configuration. */
    enum Format implements Kind {
        TEXT,
        JSON,
        /** The documents as rules see them. */
        XML;

        /** The name on the command line: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The format of this name, ignoring case. */
        public static Optional<Format> of(String id) {
            return Arrays.stream(values())
                    .filter(f -> f.id().equalsIgnoreCase(id))
                    .findFirst();
        }

        @Override
        public EffectiveReporter reporter(Presentation presentation, Writer out, boolean isFleet) throws IOException {
            return switch (this) {
                case TEXT -> new EffectiveText(presentation, out, isFleet);
                case JSON -> new EffectiveJson(out);
                case XML -> new EffectiveXml(out);
            };
        }
    }

    /** The scopes that follow are of this server. */
    void server(String name, String root) throws IOException;

    /**
     * One configuration path.
     *
     * @param sections what to show of it
     */
    void scope(Scope scope, List<EffectiveSection> sections) throws IOException;

    /** What was named and is not shown, a sentence each. */
    default void refused(List<String> sentences) {
        // people are told on standard error
    }

    /** Nothing follows. */
    void end() throws IOException;
}
