package io.github.iisaudit.report;

import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.FleetSummary.State;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The parts of the project's own JSON in which a fleet is told that is too large for one report. */
public final class FleetJson {

    private FleetJson() {}

    /** What could not be audited, each in a line of its own. */
    public static void unreadable(List<Unreadable> unreadable, Writer out) throws IOException {
        JsonText json = JsonText.lines(LogWriter.before(out));
        for (Unreadable file : unreadable) {
            json.line(() -> JsonReporter.unreadable(json, file));
        }
        json.close();
    }

    /**
     * A report without its findings, what could not be audited and the servers, and with the causes.
     *
     * @param version of the program
     */
    public static void summary(String version, FleetSummary fleet, List<Drift.Site> drift, Writer out)
            throws IOException {
        JsonText json = new JsonText(LogWriter.before(out));
        json.document(() -> {
            json.head(version);
            json.object("summary", () -> counts(json, fleet));
            json.objects("causes", fleet.causes(), cause -> {
                json.field("rule", cause.rule());
                json.field("severity", cause.severity().id());
                json.field("servers", cause.servers());
                json.field("findings", cause.findings());
            });
            json.strings("notices", fleet.notices());
            json.objects("drift", drift, site -> JsonReporter.drift(json, site));
        });
    }

    private static void counts(JsonText json, FleetSummary fleet) throws IOException {
        json.field("servers", fleet.servers());
        json.field("clean", fleet.of(State.CLEAN));
        json.field("withFindings", fleet.of(State.WITH_FINDINGS));
        json.field("notFullyAudited", fleet.of(State.NOT_FULLY_AUDITED));
        json.field("files", fleet.files());
        json.field("scopes", fleet.scopes());
        json.field("errors", fleet.of(Severity.ERROR));
        json.field("warnings", fleet.of(Severity.WARNING));
        json.field("notes", fleet.of(Severity.NOTE));
        json.field("unreadable", fleet.unreadable());
        json.field("suppressed", fleet.suppressed());
    }
}
