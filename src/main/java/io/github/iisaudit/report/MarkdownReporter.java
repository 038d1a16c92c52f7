package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Markdown for a comment in a pull request or the summary of a job. GitHub takes 65,536 characters in a comment, so it never
 * gets longer than 60,000: details are left out first, then rows, and it says how many.
 */
final class MarkdownReporter implements Reporter {

    private static final int MOST = 60_000;
    private static final int LONGEST = 400;
    private static final int SHOWN = 20;

    /** What the sentence about what was left out and the headings of the tables may take. */
    private static final int RESERVE = 1000;

    @Override
    public void render(Report report, Writer out) throws IOException {
        String head = "## iisaudit: " + Headline.counts(report) + "\n\n" + audited(report)
                + new Told(report, report.servers() > 1, 1).firstScreen();
        String tail = tail(report);
        int room = MOST - head.length() - tail.length() - RESERVE;
        Map<Severity, MarkdownSection> sections = sections(report, room);
        Map<Severity, String> tables = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            String table = section(sections, severity).table(room);
            tables.put(severity, table);
            room -= table.length();
        }
        StringBuilder body = new StringBuilder();
        for (Severity severity : Severity.values()) {
            String details = section(sections, severity).details(room);
            body.append(tables.get(severity)).append(details);
            room -= details.length();
        }
        out.write(head);
        out.write(leftOut(sections));
        out.append(body);
        out.write(tail);
    }

    private static MarkdownSection section(Map<Severity, MarkdownSection> sections, Severity severity) {
        MarkdownSection section = sections.get(severity);
        if (section == null) {
            throw new IllegalArgumentException("no section for " + severity);
        }
        return section;
    }

    private static Map<Severity, MarkdownSection> sections(Report report, int room) {
        Map<Severity, MarkdownSection> sections = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            sections.put(severity, new MarkdownSection(severity, report, room));
        }
        for (Finding finding : report.reported()) {
            section(sections, finding.severity()).add(finding);
        }
        return sections;
    }

    private static String audited(Report report) {
        StringBuilder text = new StringBuilder("Audited: " + Headline.audited(report) + ".");
        List<String> aside = Headline.aside(report);
        if (!aside.isEmpty()) {
            text.append(" Not counted: ").append(String.join(", ", aside)).append('.');
        }
        if (!report.fixed().isEmpty()) {
            text.append(" Fixed since the baseline: ")
                    .append(report.fixed().size())
                    .append('.');
        }
        if (!report.unreadable().isEmpty()) {
            text.append(" **Not audited: ")
                    .append(Plural.of(report.unreadable().size(), "file"))
                    .append(".**");
        }
        return text.append('\n').toString();
    }

    private static String leftOut(Map<Severity, MarkdownSection> sections) {
        int rows = 0;
        int details = 0;
        for (MarkdownSection section : sections.values()) {
            rows += section.withoutRow();
            details += section.withoutDetails();
        }
        if (details == 0) {
            return "";
        }
        String shortened = rows == 0
                ? "Details of " + Plural.of(details, "finding") + " are left out"
                : Plural.of(rows, "finding") + " and the details of " + details + " are left out";
        return "\n> **Shortened:** " + shortened
                + ", as a comment must not be longer. Text, JSON and SARIF have the whole: "
                + "`iisaudit scan … --output json=FILE`.\n";
    }

    private static String tail(Report report) {
        return list("Not audited", report.unreadable(), u -> unreadable(u, report))
                + list("Fixed since the baseline", report.fixed(), MarkdownReporter::fixed)
                + list("Limits of this answer", report.notices(), n -> MarkdownText.prose(LogLine.clip(n, LONGEST)));
    }

    private static <T> String list(String heading, List<T> items, Function<T, String> item) {
        if (items.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("\n### " + heading + "\n\n");
        items.stream()
                .limit(SHOWN)
                .forEach(i -> list.append("- ")
                        .append(MarkdownText.beginning(item.apply(i)))
                        .append('\n'));
        if (items.size() > SHOWN) {
            list.append("- and ").append(items.size() - SHOWN).append(" more\n");
        }
        return list.toString();
    }

    private static String unreadable(Unreadable file, Report report) {
        return MarkdownText.code(LogLine.clip(Entry.of(file, report).spot().path(), LONGEST)) + ": "
                + MarkdownText.prose(LogLine.clip(file.reason(), LONGEST));
    }

    private static String fixed(Fixed fixed) {
        return MarkdownText.code(fixed.rule()) + " in " + MarkdownText.code(LogLine.clip(fixed.file(), LONGEST))
                + (fixed.server().isEmpty() ? "" : " of " + MarkdownText.prose(fixed.server()))
                + (fixed.what().isBlank() ? "" : ": " + MarkdownText.prose(LogLine.clip(fixed.what(), LONGEST)));
    }
}
