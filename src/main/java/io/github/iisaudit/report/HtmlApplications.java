package io.github.iisaudit.report;

import io.github.iisaudit.whatif.Standing;
import java.io.IOException;
import java.util.List;

/** How the applications of a server stand: who decrypts the service ticket, whether the 401.1 can occur, and what turning kernel mode off does. */
final class HtmlApplications {

    private final Report report;
    private final HtmlTable table;

    HtmlApplications(Report report, HtmlTable table) {
        this.report = report;
        this.table = table;
    }

    /** Writes nothing of a fleet, whose servers would fill the page. */
    void write() throws IOException {
        if (report.audited().size() != 1
                || report.audited().get(0).applications().isEmpty()) {
            return;
        }
        List<Standing> all = report.audited().get(0).applications();
        table.html().element("h2", "Applications");
        table.beginStacked(
                "application",
                "pool",
                "Windows authentication",
                "decrypts the service ticket",
                "401.1 at first",
                "without kernel mode");
        for (Standing standing : all) {
            boolean isOn = standing.windows() == Standing.Windows.ON;
            String windows =
                    standing.windows().id() + (isOn ? ", kernel mode " + (standing.kernelMode() ? "on" : "off") : "");
            String pool = standing.pool() + (standing.identity().isEmpty() ? "" : " (" + standing.identity() + ")");
            table.row(
                    standing.path(),
                    pool,
                    windows,
                    standing.account(),
                    isOn ? standing.preauthentication().id() : "",
                    standing.isInKernel() ? standing.off().id() : "");
        }
        table.end();
    }
}
