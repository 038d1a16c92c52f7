package io.github.iisaudit.report;

import io.github.iisaudit.fleet.Drift.Site;
import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** The project's own JSON, version 1 of its schema: fields may be added to it, none is renamed or removed. */
final class JsonReporter implements Reporter {

    private final String version;

    JsonReporter(Presentation presentation) {
        this.version = presentation.version();
    }

    @Override
    public void render(Report report, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.head(version);
            json.object("summary", () -> summary(json, report));
            ServerCounts counts = new ServerCounts();
            json.objects("findings", report.findings(), f -> {
                finding(json, f);
                if (f.isReported()) {
                    counts.add(f);
                }
            });
            json.objects("unreadable", report.unreadable(), file -> unreadable(json, file));
            json.strings("notices", report.notices());
            if (!report.audited().isEmpty()) {
                ServersJson servers = new ServersJson(json, counts);
                json.objects("servers", report.audited(), servers::server);
            }
            if (report.settings().isPresent()) {
                json.object("settings", () -> settings(json, report.settings().get()));
            }
            if (!report.drift().isEmpty()) {
                json.objects("drift", report.drift(), site -> drift(json, site));
            }
            if (!report.fixed().isEmpty()) {
                json.objects("fixed", report.fixed(), gone -> fixed(json, gone));
            }
        });
    }

    private static void summary(JsonText json, Report report) throws IOException {
        json.field("servers", report.servers());
        json.field("files", report.files());
        json.field("scopes", report.scopes());
        json.field("errors", report.count(Severity.ERROR));
        json.field("warnings", report.count(Severity.WARNING));
        json.field("notes", report.count(Severity.NOTE));
        json.field("unreadable", report.unreadable().size());
        json.field("ignored", report.settings().map(LeftOut::ignored).orElse(0));
        json.field("suppressed", report.suppressed());
        if (report.hasBaseline()) {
            json.field("known", report.known());
        }
    }

    private static void settings(JsonText json, LeftOut settings) throws IOException {
        json.field("file", settings.file());
        json.field("failOn", settings.failOn());
        json.field("minSeverity", settings.minSeverity());
        json.objects("effects", settings.parts(), part -> {
            json.field("key", part.key());
            json.field("line", part.line());
            json.field("effect", part.effect().id());
            json.field("findings", part.findings());
            json.field("files", part.files());
            json.strings("rules", part.rules());
        });
    }

    private static void fixed(JsonText json, Fixed gone) throws IOException {
        json.field("rule", gone.rule());
        json.field("server", gone.server());
        json.field("file", gone.file());
        json.field("place", gone.what());
        json.field("fingerprint", gone.fingerprint());
    }

    static void unreadable(JsonText json, Unreadable file) throws IOException {
        json.field("server", file.server());
        json.field("file", file.file());
        json.field("reason", file.reason());
    }

    static void drift(JsonText json, Site site) throws IOException {
        json.field("site", site.name());
        json.objects("variants", site.variants(), variant -> {
            json.strings("settings", variant.settings().parts());
            json.strings("servers", variant.servers());
        });
    }

    static void finding(JsonText json, Finding finding) throws IOException {
        Place place = finding.place();
        json.field("rule", finding.rule().id());
        json.field("severity", finding.severity().id());
        json.field("confidence", finding.confidence().id());
        json.field("message", finding.message());
        json.field("server", finding.server());
        json.field("file", place.file());
        json.field("line", place.line());
        json.field("column", place.column());
        json.field("endLine", place.endLine());
        json.field("endColumn", place.endColumn());
        json.strings("paths", finding.paths());
        json.objects("via", finding.via(), v -> {
            position(json, v.place());
            json.field("message", v.message());
        });
        json.field("fingerprint", finding.fingerprint());
        holds(json, finding.holds());
        more(json, finding);
    }

    /** On what a finding depends, if on anything. */
    static void holds(JsonText json, Finding.Holds holds) throws IOException {
        if (!holds.environments().isEmpty()) {
            json.strings("environments", holds.environments());
        }
        if (!holds.when().isEmpty()) {
            json.object("when", () -> {
                for (Map.Entry<String, String> value : holds.when().entrySet()) {
                    json.field(value.getKey(), value.getValue());
                }
            });
        }
    }

    private static void more(JsonText json, Finding finding) throws IOException {
        json.objects("notes", finding.notes(), n -> {
            json.field("message", n.message());
            json.strings("paths", n.paths());
        });
        if (!finding.fix().isEmpty()) {
            json.field("fix", finding.fix());
        }
        Place lock = finding.lockedBy();
        if (lock != null) {
            json.object("lockedBy", () -> position(json, lock));
        }
        Suppression suppression = finding.suppression();
        if (finding.baseline() != BaselineState.NONE) {
            json.field("baselineState", lower(finding.baseline()));
        }
        if (suppression != null) {
            json.field("suppressed", true);
            json.object("suppression", () -> {
                json.field("kind", lower(suppression.kind()));
                json.field("reason", suppression.reason());
                position(json, suppression.place());
            });
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void position(JsonText json, Place place) throws IOException {
        json.field("file", place.file());
        json.field("line", place.line());
        json.field("column", place.column());
    }
}
