package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which findings a SARIF file has room for: those that count before those that do not, the severe first. The limits are
 * <a href="https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit">those of
 * GitHub</a>, the lowest of all code hosts that tell theirs.
 */
final class SarifShare {

    /** A file with more results in a run is refused. */
    static final int MOST = 25_000;

    /** Of those that are taken no more are kept. */
    private static final int MOST_KEPT = 5_000;

    /** What findings there are, the first to be written first. */
    private enum Kind {
        ERROR("errors"),
        WARNING("warnings"),
        NOTE("notes"),
        KNOWN("known findings"),
        SUPPRESSED("suppressed findings"),
        FIXED("fixed findings");

        private final String many;

        Kind(String many) {
            this.many = many;
        }

        static Kind of(Entry entry) {
            return entry instanceof Entry.Found found ? of(found.finding()) : FIXED;
        }

        private static Kind of(Finding finding) {
            if (finding.isSuppressed()) {
                return SUPPRESSED;
            }
            return finding.isReported() ? of(finding.severity()) : KNOWN;
        }

        private static Kind of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case NOTE -> NOTE;
            };
        }
    }

    private final int[] all = new int[Kind.values().length];
    private final int[] room = new int[all.length];
    private final int[] taken = new int[all.length];
    private int written;
    private int total;

    SarifShare(Report report) {
        for (Severity severity : Severity.values()) {
            all[Kind.of(severity).ordinal()] = report.count(severity);
        }
        all[Kind.KNOWN.ordinal()] = report.known();
        all[Kind.SUPPRESSED.ordinal()] = report.suppressed();
        all[Kind.FIXED.ordinal()] = report.fixed().size();
        for (int kind = 0; kind < all.length; kind++) {
            room[kind] = Math.min(all[kind], MOST - written);
            written += room[kind];
            total += all[kind];
        }
    }

    /** Whether the next finding, or the next that is gone, is to be written. */
    boolean takes(Entry entry) {
        int kind = Kind.of(entry).ordinal();
        return taken[kind]++ < room[kind];
    }

    /** What a reader has to know of what is missing, in sentences; empty where nothing is. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        if (written < total) {
            said.add(number(total - written) + " of " + number(total)
                    + " results are left out, since code hosts refuse more"
                    + " than " + number(MOST) + " in a run: " + missing() + ". The most severe are kept; other formats"
                    + " have all.");
        }
        if (written > MOST_KEPT) {
            said.add(
                    "GitHub keeps the " + number(MOST_KEPT) + " most severe of these " + number(written) + " results.");
        }
        return said;
    }

    private String missing() {
        List<String> missing = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int count = all[kind.ordinal()];
            int out = count - room[kind.ordinal()];
            if (out > 0) {
                missing.add(number(out) + " of " + number(count) + " " + kind.many);
            }
        }
        return String.join(", ", missing);
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
