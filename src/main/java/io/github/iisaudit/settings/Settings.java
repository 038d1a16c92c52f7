package io.github.iisaudit.settings;

import io.github.iisaudit.rule.Spelling;
import io.github.iisaudit.xml.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a settings file says; paths in it are as written, relative to the folder of the file. Immutable.
 *
 * @param severities the words of {@code severity}, {@code off} among them, by rule
 * @param servers computer accounts, by the names of servers
 * @param entries everything that is stated, for {@code iisaudit config}
 */
public record Settings(
        Optional<Stated<String>> failOn,
        Optional<Stated<String>> minSeverity,
        List<Named> severities,
        List<Stated<String>> skippedRules,
        List<Stated<String>> ruleFolders,
        List<Stated<String>> ignored,
        Optional<Deployment> deployment,
        List<Named> variables,
        List<Named> servers,
        List<Environment> environments,
        List<Suppression> suppressions,
        List<Entry> entries) {

    /** Nothing is stated. */
    public static final Settings NONE = new Settings(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /**
     * Where a repository is deployed to.
     *
     * @param host the applicationHost.config of the server
     * @param site the site of that server
     */
    public record Deployment(Stated<String> host, Stated<String> site) {}

    /** What is deployed to an environment. */
    public record Environment(
            Stated<String> name,
            Optional<Stated<String>> configuration,
            Optional<Stated<String>> profile,
            Optional<Stated<String>> environment,
            List<Named> variables,
            List<Named> parameters) {}

    /** A value by a name that somebody chose. */
    public record Named(Stated<String> name, Stated<String> value) {}

    /**
     * Findings that somebody accepts.
     *
     * @param expires the last day on which it holds
     */
    public record Suppression(
            Stated<String> rule, Stated<String> path, Stated<String> reason, Optional<Stated<LocalDate>> expires) {}

    /**
     * A value and its key, such as {@code severity.ntlm-only}.
     *
     * @param top the first part of the key
     */
    public record Entry(String top, String key, String value, Span place) {

        /** The line that it stands on. */
        public int line() {
            return place.line();
        }
    }

    /**
     * Refuses rules that there are not.
     *
     * @param known the ids of all rules, those of the settings' own folders included
     */
    public void refuseUnknownRules(Collection<String> known) throws SettingsException {
        for (Named severity : severities) {
            refuseUnknown(severity.name(), known);
        }
        for (Stated<String> rule : skippedRules) {
            refuseUnknown(rule, known);
        }
        for (Suppression suppression : suppressions) {
            refuseUnknown(suppression.rule(), known);
        }
    }

    private static void refuseUnknown(Stated<String> rule, Collection<String> known) throws SettingsException {
        if (!known.contains(rule.value())) {
            String hint = Spelling.nearest(rule.value(), known)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("; iisaudit rules lists them");
            throw rule.wrong("there is no rule " + rule.value() + hint);
        }
    }
}
