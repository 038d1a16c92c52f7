package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one severity as a table, and what is known of them folded away. Only as much is kept as a whole document
 * can hold; the rest is counted.
 */
final class MarkdownSection {

    private static final int LONGEST_MESSAGE = 400;
    private static final int LONGEST_PATHS = 60;
    private static final int LONGEST_FILE = 30;
    private static final int LONGEST_SERVER = 24;

    private final Severity severity;
    private final Report report;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, Fold> folds = new LinkedHashMap<>();
    private int room;
    private int roomForDetails;
    private int shownRows;
    private int shownDetails;

    /** The details of the findings of one rule. */
    private static final class Fold {
        private final Rule rule;
        private final List<String> details = new ArrayList<>();
        private int findings;

        Fold(Rule rule) {
            this.rule = rule;
        }
    }

    /** @param room the most characters that it may come to */
    MarkdownSection(Severity severity, Report report, int room) {
        this.severity = severity;
        this.report = report;
        this.room = room;
        this.roomForDetails = room;
    }

    void add(Finding finding) {
        if (room > 0) {
            String row = row(finding);
            room -= row.length();
            rows.add(row);
        }
        Fold fold = folds.computeIfAbsent(finding.rule().id(), id -> new Fold(finding.rule()));
        fold.findings++;
        if (roomForDetails > 0) {
            String details = MarkdownDetails.of(finding, report);
            roomForDetails -= details.length();
            fold.details.add(details);
        }
    }

    private String row(Finding finding) {
        String server =
                report.servers() > 1 ? MarkdownText.prose(Paths.cut(finding.server(), LONGEST_SERVER)) + " | " : "";
        String place = Paths.cut(finding.place().file(), LONGEST_FILE) + ":"
                + finding.place().line();
        return "| " + MarkdownText.code(finding.rule().id()) + " | " + server + MarkdownText.code(place) + " | "
                + MarkdownText.prose(Paths.fit(finding.paths(), LONGEST_PATHS)) + " | "
                + MarkdownText.prose(LogLine.clip(finding.message(), LONGEST_MESSAGE)) + " |\n";
    }

    /** The heading and as many rows as there is room for; nothing where there is no finding. */
    String table(int most) {
        int count = report.count(severity);
        if (count == 0) {
            return "";
        }
        StringBuilder table = new StringBuilder(head());
        for (String row : rows) {
            if (table.length() + row.length() > most) {
                break;
            }
            table.append(row);
            shownRows++;
        }
        String shown = shownRows < count ? ", of which " + shownRows + " are shown" : "";
        return "\n### " + Plural.of(count, severity.id()) + shown + "\n" + (shownRows > 0 ? "\n" + table : "");
    }

    private String head() {
        return report.servers() > 1
                ? "| rule | server | place | paths | what is wrong |\n|---|---|---|---|---|\n"
                : "| rule | place | paths | what is wrong |\n|---|---|---|---|\n";
    }

    /** A fold for each rule, with as many findings as there is room for. */
    String details(int most) {
        StringBuilder details = new StringBuilder();
        for (Fold fold : folds.values()) {
            details.append(details(fold, most - details.length()));
        }
        return details.toString();
    }

    private String details(Fold fold, int most) {
        String title = "<code>" + MarkdownText.html(fold.rule.id()) + "</code>: "
                + MarkdownText.html(LogLine.clip(fold.rule.title(), LONGEST_MESSAGE)) + " (" + fold.findings + ")";
        StringBuilder text = new StringBuilder("\n<details><summary>" + title + "</summary>\n");
        String end =
                "\nThe rule as a page: " + MarkdownText.code("iisaudit explain " + fold.rule.id()) + "\n\n</details>\n";
        int shown = 0;
        for (String each : fold.details) {
            if (text.length() + each.length() + end.length() > most) {
                break;
            }
            text.append(each);
            shown++;
        }
        shownDetails += shown;
        return shown == 0 ? "" : text.append(end).toString();
    }

    int withoutRow() {
        return report.count(severity) - shownRows;
    }

    int withoutDetails() {
        return report.count(severity) - shownDetails;
    }
}
