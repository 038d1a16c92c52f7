package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0 as GitHub code scanning, Azure DevOps and GitLab accept it. */
final class SarifReporter implements Reporter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String SEMANTIC_VERSION = "\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?";

    private final String version;
    private final Automation automation;

    SarifReporter(Presentation presentation) {
        this.version = presentation.version();
        this.automation = presentation.automation();
    }

    @Override
    public void render(Report report, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.field("$schema", SCHEMA);
            json.field("version", "2.1.0");
            json.objects("runs", List.of(report), r -> run(json, r));
        });
    }

    private void run(JsonText json, Report report) throws IOException {
        boolean isFleet = report.servers() > 1;
        json.object("tool", () -> json.object("driver", () -> driver(json, report.rules())));
        json.objects("invocations", List.of(report), r -> invocation(json, r));
        json.object("automationDetails", () -> automation(json));
        json.field("columnKind", "utf16CodeUnits");
        SarifResults results = new SarifResults(json, places(report.rules()), isFleet, report.suppressed() > 0);
        json.objects("results", report.findings(), results::write);
    }

    private static Map<String, Integer> places(List<Rule> rules) {
        Map<String, Integer> places = new HashMap<>();
        rules.forEach(r -> places.put(r.id(), places.size()));
        return places;
    }

    private void driver(JsonText json, List<Rule> rules) throws IOException {
        json.field("name", "iisaudit");
        json.field("fullName", "iisaudit " + version);
        json.field("version", version);
        if (version.matches(SEMANTIC_VERSION)) {
            json.field("semanticVersion", version);
        }
        json.objects("rules", rules, r -> SarifRule.write(json, r));
    }

    private void automation(JsonText json) throws IOException {
        json.field("id", automation.id());
        if (!automation.properties().isEmpty()) {
            json.object("properties", () -> {
                for (Map.Entry<String, String> property :
                        automation.properties().entrySet()) {
                    json.field(property.getKey(), property.getValue());
                }
            });
        }
    }

    private static void invocation(JsonText json, Report report) throws IOException {
        boolean isFleet = report.servers() > 1;
        json.field("executionSuccessful", report.unreadable().isEmpty());
        json.array("toolExecutionNotifications", () -> {
            for (Unreadable file : report.unreadable()) {
                json.object(() -> unreadable(json, file, isFleet));
            }
            for (String notice : report.notices()) {
                json.object(() -> {
                    json.field("level", "note");
                    json.object("message", () -> json.field("text", notice));
                });
            }
        });
    }

    private static void unreadable(JsonText json, Unreadable file, boolean isFleet) throws IOException {
        String uri = ArtifactUri.of(file.root(), isFleet ? file.server() : "", file.file());
        json.field("level", "error");
        json.object("message", () -> json.field("text", "Could not be audited: " + file.reason()));
        json.objects(
                "locations",
                List.of(uri),
                u -> json.object(
                        "physicalLocation", () -> json.object("artifactLocation", () -> json.field("uri", u))));
    }

    /** The level of a finding in SARIF's words, which are ours. */
    static String level(Finding finding) {
        return finding.severity().id();
    }
}
