package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of one severity as a table, and what is known of them folded away. Only as much is kept as a whole document
 * can hold; the rest is counted.
 */
final class MarkdownSection {

    private static final int LONGEST_MESSAGE = 400;

    private final Severity severity;
    private final Report report;
    private final Map<Object, MarkdownRow> rows = new LinkedHashMap<>();
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
        MarkdownRow row = rows.get(key(finding));
        if (row != null) {
            row.add(finding);
        } else if (room > 0) {
            MarkdownRow begun = new MarkdownRow(finding, report.servers() > 1);
            room -= begun.text().length();
            rows.put(key(finding), begun);
        }
        Fold fold = folds.computeIfAbsent(finding.rule().id(), id -> new Fold(finding.rule()));
        fold.findings++;
        if (roomForDetails > 0) {
            String details = MarkdownDetails.of(finding, report);
            roomForDetails -= details.length();
            fold.details.add(details);
        }
    }

    /** On many servers what is wrong for the same reason has one row, as it has one entry in text. */
    private Object key(Finding finding) {
        return report.servers() > 1
                ? List.of(finding.rule().id(), finding.message())
                : finding.fingerprint() + rows.size();
    }

    /** Those on most servers first, where there are several. */
    private List<MarkdownRow> sorted() {
        List<MarkdownRow> sorted = new ArrayList<>(rows.values());
        if (report.servers() > 1) {
            sorted.sort(Comparator.comparingInt(MarkdownRow::servers).reversed());
        }
        return sorted;
    }

    /** The heading and as many rows as there is room for; nothing where there is no finding. */
    String table(int most) {
        int count = report.count(severity);
        if (count == 0) {
            return "";
        }
        StringBuilder table = new StringBuilder(head());
        for (MarkdownRow row : sorted()) {
            String text = row.text();
            if (table.length() + text.length() > most) {
                break;
            }
            table.append(text);
            shownRows += row.findings();
        }
        String shown = shownRows < count ? ", of which " + shownRows + " are shown" : "";
        return "\n### " + Plural.of(count, severity.id()) + shown + "\n" + (shownRows > 0 ? "\n" + table : "");
    }

    private String head() {
        return report.servers() > 1
                ? "| rule | servers | place | paths | what is wrong |\n|---|---|---|---|---|\n"
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
