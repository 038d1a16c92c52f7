package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;

/** A row of a table in Markdown: a finding, or all that say the same on several servers. They are added in the order of the report. */
final class MarkdownRow {

    private static final int LONGEST_MESSAGE = 400;
    private static final int LONGEST_PATHS = 60;
    private static final int LONGEST_FILE = 30;
    private static final int LONGEST_SERVER = 24;

    private final Finding first;
    private final boolean isFleet;
    private int findings;
    private int servers;
    private int paths;
    private String server = "";

    MarkdownRow(Finding first, boolean isFleet) {
        this.first = first;
        this.isFleet = isFleet;
        add(first);
    }

    void add(Finding finding) {
        if (findings == 0 || !finding.server().equals(server)) {
            server = finding.server();
            servers++;
        }
        findings++;
        paths += finding.paths().size();
    }

    int findings() {
        return findings;
    }

    int servers() {
        return servers;
    }

    String text() {
        String where =
                isFleet ? MarkdownText.prose(Paths.cut(first.server(), LONGEST_SERVER) + more(servers)) + " | " : "";
        String place = Paths.cut(first.place().file(), LONGEST_FILE) + ":"
                + first.place().line();
        return "| " + MarkdownText.code(first.rule().id()) + " | " + where + MarkdownText.code(place) + more(findings)
                + " | " + MarkdownText.prose(reached()) + " | "
                + MarkdownText.prose(LogLine.clip(first.message(), LONGEST_MESSAGE)) + " |\n";
    }

    private String reached() {
        return findings == 1
                ? Paths.fit(first.paths(), LONGEST_PATHS)
                : Paths.cut(Paths.shown(first.paths().get(0)), LONGEST_PATHS) + more(paths);
    }

    private static String more(int all) {
        return all > 1 ? " and " + (all - 1) + " more" : "";
    }
}
