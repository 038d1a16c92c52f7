package io.github.iisaudit.report;

/** What the first screen of the text says, in Markdown: both questions of the program, answered in numbers, and a table. */
final class MarkdownScreen {

    /** What stands in tables is wide enough for whole names of pools and users. */
    private static final int WIDE = 160;

    private static final Colours PLAIN = new Colours(false);

    private MarkdownScreen() {}

    /** Of one server. */
    static String of(AuditedServer server, Worst worst) {
        Overview overview = Overview.of(server);
        String table = new ApplicationTable(server, worst, new Page(WIDE), PLAIN).markdown();
        return numbers(overview, false) + (overview.concerned() > 0 ? "\n" + table : "");
    }

    /** Of a fleet. */
    static String of(Report report, ServerCounts counts) {
        String table = new ServerTable(report.audited(), counts, new Page(WIDE), PLAIN).markdown();
        return numbers(Overview.of(report.audited()), true) + (report.audited().isEmpty() ? "" : "\n" + table);
    }

    private static String numbers(Overview overview, boolean isFleet) {
        String extent = "\n" + overview.extent();
        if (overview.concerned() == 0) {
            return overview.applications() == 0 ? "" : extent + ": " + FirstScreen.NOTHING + ".\n";
        }
        return extent + ".\n\n- **401.1 (KB 2749007):** " + overview.chances(isFleet)
                + "\n- **Turning kernel mode off:** " + overview.verdicts() + "\n";
    }
}
