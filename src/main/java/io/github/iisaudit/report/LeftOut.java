package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the settings have made of a run's findings, so that no report is silent about it. Immutable.
 *
 * @param file the settings file as messages call it
 * @param failOn the least severity that fails the run, or {@code never}; as typed where it was
 * @param minSeverity the least severity that is reported; as typed where it was
 * @param parts what had an effect, in the order in which the keys are documented
 */
public record LeftOut(String file, String failOn, String minSeverity, List<Part> parts) {

    private static final int SHOWN_RULES = 5;

    /** What a key does to findings. */
    public enum Effect {
        /** They are in no report. */
        LEFT_OUT,
        /** They are suppressed. */
        SUPPRESSED,
        /** They are told with a lower severity than their rule has. */
        LOWERED,
        /** They do not fail the run, as they would otherwise. */
        PASSED,
        /** What is audited, or by what it is judged, is what the key says: nobody knows what would be found otherwise. */
        DECIDED;

        /** As JSON has it. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The effect of a key.
     *
     * @param key as written, such as {@code ignore}
     * @param line where it stands first
     * @param findings how many findings it concerns
     * @param files how many files that could not be audited and are not reported
     * @param rules the ids of the rules that are switched off and would have found these; otherwise empty
     */
    public record Part(String key, int line, Effect effect, int findings, int files, List<String> rules) {

        private String sentence() {
            String some = Plural.of(findings, "finding");
            return switch (effect) {
                case LEFT_OUT -> key + " left out " + leftOut(some);
                case SUPPRESSED -> key + " suppressed " + some;
                case LOWERED -> key + " lowered " + some;
                case PASSED -> key + " lets " + some + " pass";
                case DECIDED -> key + " names " + decided();
            };
        }

        private String decided() {
            return switch (key) {
                case "host" -> "the server that files are judged by";
                case "environments" -> "what is audited instead of the files as they are";
                case "env" -> "where folders of servers lie";
                default -> "the accounts of servers";
            };
        }

        private String leftOut(String some) {
            String unread = Plural.of(files, "file") + " that could not be audited";
            if (files > 0) {
                return findings > 0 ? some + " and " + unread : unread;
            }
            return rules.isEmpty() ? some : some + " (" + Few.named(Few.first(rules, SHOWN_RULES)) + ")";
        }
    }

    /** How many findings are in no report because of the settings. */
    int ignored() {
        int ignored = 0;
        for (Part part : parts) {
            ignored += part.effect == Effect.LEFT_OUT ? part.findings : 0;
        }
        return ignored;
    }

    /** The line of the first key that had an effect. */
    int line() {
        return parts.isEmpty() ? 0 : parts.get(0).line;
    }

    /** All of it in one line; empty where the settings left everything as it was. */
    public Optional<String> sentence() {
        List<String> sentences = new ArrayList<>();
        parts.forEach(part -> sentences.add(part.sentence()));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("settings " + file + ": " + String.join("; ", sentences));
    }
}
