package io.github.iisaudit.report;

import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
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
    public void render(Report found, Writer out) throws IOException {
        Report report = withoutAbsent(found);
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.field("$schema", SCHEMA);
            json.field("version", "2.1.0");
            json.objects("runs", List.of(report), r -> run(json, r));
        });
    }

    private Report withoutAbsent(Report report) {
        int gone = report.fixed().size();
        return automation.takesAbsent() || gone == 0
                ? report
                : report.with(
                        List.of(),
                        List.of("results that are gone since the baseline are left out, as GitHub would show them as"
                                + " open alerts: " + gone));
    }

    private void run(JsonText json, Report report) throws IOException {
        SarifShare share = new SarifShare(report);
        json.object("tool", () -> json.object("driver", () -> driver(json, report.rules())));
        json.objects("invocations", List.of(report), r -> new SarifInvocation(json, r).write(share.said()));
        json.object("automationDetails", () -> automation(json));
        json.field("columnKind", "utf16CodeUnits");
        json.array("results", () -> results(json, report, share));
    }

    private static void results(JsonText json, Report report, SarifShare share) throws IOException {
        SarifResults results = new SarifResults(json, report, places(report.rules()));
        for (Entry entry : Entry.all(report)) {
            if (!(entry instanceof Entry.Unreadable) && share.takes(entry)) {
                json.object(() -> results.write(entry));
            }
        }
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

    /** The level of a severity in SARIF's words, which are ours. */
    static String level(Severity severity) {
        return severity.id();
    }
}
