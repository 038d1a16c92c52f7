package io.github.iisaudit.report;

import java.util.List;

/** What comes before all findings: both questions of the program, answered in numbers and for each application or server. */
final class FirstScreen {

    static final String NOTHING = "no 401.1 of KB 2749007, no kernel mode to turn off";

    private final Report report;
    private final Presentation presentation;
    private final Page page;
    private final Colours colours;

    FirstScreen(Report report, Presentation presentation, Page page) {
        this.report = report;
        this.presentation = presentation;
        this.page = page;
        this.colours = new Colours(presentation.isColoured());
    }

    /** Of one server. */
    void tell(AuditedServer server, Worst worst) {
        Overview overview = Overview.of(server);
        if (overview.applications() == 0 && isUnread(server)) {
            page.wrapped("", server.name() + ": no application is known, as not all of its files could be read");
        } else {
            numbers(server.name() + ": ", overview, false);
        }
        if (overview.concerned() > 0) {
            new ApplicationTable(server, worst, page, colours).tell(presentation.isFull());
        }
        page.gap();
    }

    private boolean isUnread(AuditedServer server) {
        for (Report.Unreadable file : report.unreadable()) {
            if (file.server().equals(server.name())) {
                return true;
            }
        }
        return false;
    }

    /** Of a fleet. */
    void tell(ServerCounts counts, List<RuleGroup> groups) {
        numbers(Plural.of(report.servers(), "server") + ", ", Overview.of(report.audited()), true);
        Causes causes = new Causes(report, page);
        causes.states(counts.servers());
        if (!report.audited().isEmpty()) {
            new ServerTable(report.audited(), counts, page, colours).tell(presentation.isFull());
        }
        causes.tell(groups);
        page.gap();
    }

    private void numbers(String start, Overview overview, boolean isFleet) {
        if (overview.concerned() == 0) {
            page.wrapped("", start + overview.extent() + ": " + NOTHING);
        } else {
            page.wrapped("", start + overview.extent());
            page.wrapped("  401.1 (KB 2749007): ", overview.chances(isFleet));
            page.wrapped("  turning kernel mode off: ", overview.verdicts());
        }
    }
}
