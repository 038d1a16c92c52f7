package io.github.iisaudit.report;

import io.github.iisaudit.history.History;
import io.github.iisaudit.history.ValueChange;
import io.github.iisaudit.history.VersionChange;
import io.github.iisaudit.rule.Finding;
import java.util.List;

/** What became of servers as Markdown, for a ticket: a section for each version that changed something. */
final class HistoryMarkdown {

    private static final int PATHS = 5;

    private final StringBuilder text = new StringBuilder();

    private HistoryMarkdown() {}

    static String of(History history) {
        HistoryMarkdown markdown = new HistoryMarkdown();
        markdown.line("# When did it change?");
        for (History.Server server : history.servers()) {
            markdown.gap("## " + plain(server.name()));
            markdown.gap(MarkdownText.beginning(plain(HistoryWords.summary(server))) + ".");
            server.changes().forEach(markdown::version);
        }
        if (!history.unreadable().isEmpty() || !history.notices().isEmpty()) {
            markdown.gap("## What limits this");
            markdown.line("");
            history.unreadable().forEach(file -> markdown.line("- " + plain(HistoryWords.unreadable(file))));
            history.notices().forEach(notice -> markdown.line("- " + plain(notice)));
        }
        return markdown.text.toString();
    }

    private void version(VersionChange change) {
        gap("### " + plain(HistoryWords.version(change.at())));
        if (!change.values().isEmpty()) {
            gap("| setting | from | to | where | paths |");
            line("|---|---|---|---|---|");
            HistoryWords.values(change).forEach(this::value);
        }
        line("");
        paths("new paths: ", change.pathsAdded());
        paths("gone paths: ", change.pathsRemoved());
        change.came().forEach(finding -> finding("came: ", finding));
        change.went().forEach(finding -> finding("went: ", finding));
    }

    private void value(ValueChange value) {
        line("| " + MarkdownText.code(HistoryWords.setting(value)) + " | "
                + MarkdownText.code(HistoryWords.value(value.from())) + " | "
                + MarkdownText.code(HistoryWords.value(value.to())) + " | "
                + MarkdownText.code(HistoryWords.place(value)) + " | " + plain(Paths.list(value.paths(), PATHS))
                + " |");
    }

    private void paths(String what, List<String> paths) {
        if (!paths.isEmpty()) {
            line("- " + what + plain(Paths.list(paths, PATHS)));
        }
    }

    private void finding(String what, Finding finding) {
        line("- " + what + "**" + finding.severity().id() + "** `"
                + finding.rule().id() + "` "
                + plain(finding.message()) + " (" + MarkdownText.code(HistoryWords.place(finding)) + "; "
                + plain(Paths.list(finding.paths(), PATHS)) + ")");
    }

    private static String plain(String text) {
        return MarkdownText.prose(text);
    }

    private void gap(String text) {
        line("");
        line(text);
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
