package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** A report in numbers. */
final class Headline {

    private Headline() {}

    /** {@code 1 server, 17 files, 18 paths}. */
    static String audited(Report report) {
        return String.join(
                ", ",
                Plural.of(report.servers(), "server"),
                Plural.of(report.files(), "file"),
                Plural.of(report.scopes(), "path"));
    }

    /** {@code 1 error, 2 notes}, or {@code no findings}. Then what does not count, and what was not audited. */
    static String results(Report report) {
        List<String> results = new ArrayList<>(List.of(counts(report)));
        results.addAll(aside(report));
        if (!report.unreadable().isEmpty()) {
            results.add(Plural.of(report.unreadable().size(), "file") + " not audited");
        }
        return String.join(", ", results);
    }

    /** The findings that count, by severity; where there are none, what that says. */
    static String counts(Report report) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                counts.add(Plural.of(report.count(severity), severity.id()));
            }
        }
        return counts.isEmpty() ? none(report) : String.join(", ", counts);
    }

    /** Nothing is said to be fine that could not be read. */
    private static String none(Report report) {
        if (report.unreadable().isEmpty()) {
            return "no findings";
        }
        return report.files() == 0 ? "nothing could be read" : "no findings in what could be read";
    }

    /** The findings that do not count. */
    static List<String> aside(Report report) {
        List<String> aside = new ArrayList<>();
        if (report.known() > 0) {
            aside.add(report.known() + " known from the baseline");
        }
        if (report.suppressed() > 0) {
            aside.add(report.suppressed() + " suppressed");
        }
        return aside;
    }
}
