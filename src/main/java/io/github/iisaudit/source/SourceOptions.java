package io.github.iisaudit.source;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How paths are to be read.
 *
 * @param variables environment variables that {@code %NAME%} in physical paths stands for, added to those of every
 *     Windows; their names are compared ignoring case
 * @param kind what a single file is
 * @param host the applicationHost.config of the server that a repository is deployed to
 * @param site the site of that server; only with {@code host}, and then needed
 * @param computers the computer accounts that somebody named
 * @param standardInput what the path {@code -} reads
 * @param standardInputName the path that what it reads goes by; nothing is looked up there
 */
public record SourceOptions(
        Map<String, String> variables,
        Kind kind,
        Optional<String> host,
        Optional<String> site,
        Computers computers,
        Supplier<InputStream> standardInput,
        String standardInputName) {

    /** What a single file is. */
    public enum Kind {
        /**
         * An applicationHost.config where it is named so or holds {@code system.applicationHost}, else a web.config.
         */
        AUTO,
        /** An applicationHost.config. */
        APPLICATION_HOST,
        /** A web.config. */
        WEB
    }

    /** No variables, no host, an empty standard input. */
    public static final SourceOptions DEFAULTS = new SourceOptions(
            Map.of(),
            Kind.AUTO,
            Optional.empty(),
            Optional.empty(),
            Computers.NONE,
            InputStream::nullInputStream,
            "stdin");

    /** Copies the variables. */
    public SourceOptions {
        variables = Map.copyOf(variables);
    }

    /** The same with other environment variables. */
    public SourceOptions withVariables(Map<String, String> others) {
        return new SourceOptions(others, kind, host, site, computers, standardInput, standardInputName);
    }

    /** The same with another kind of single files. */
    public SourceOptions withKind(Kind other) {
        return new SourceOptions(variables, other, host, site, computers, standardInput, standardInputName);
    }

    /** The same with repositories on their own. */
    public SourceOptions withoutHost() {
        return new SourceOptions(
                variables, kind, Optional.empty(), Optional.empty(), computers, standardInput, standardInputName);
    }

    /** The same with repositories deployed to a site of a server. */
    public SourceOptions withHost(String applicationHost, String siteName) {
        return new SourceOptions(
                variables,
                kind,
                Optional.of(applicationHost),
                Optional.of(siteName),
                computers,
                standardInput,
                standardInputName);
    }

    /** The same with another standard input. */
    public SourceOptions withStandardInput(Supplier<InputStream> input, String name) {
        return new SourceOptions(variables, kind, host, site, computers, input, name);
    }
}
