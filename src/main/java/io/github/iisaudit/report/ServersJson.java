package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.whatif.Standing;
import java.io.IOException;

/** The servers of a report in JSON, with how their applications stand. */
final class ServersJson {

    private final JsonText json;
    private final ServerCounts counts;

    ServersJson(JsonText json, ServerCounts counts) {
        this.json = json;
        this.counts = counts;
    }

    void server(AuditedServer server) throws IOException {
        ServerCounts.Counts found = counts.of(server.name());
        json.field("name", server.name());
        json.field("root", server.root());
        json.field("errors", found.of(Severity.ERROR));
        json.field("warnings", found.of(Severity.WARNING));
        json.field("notes", found.of(Severity.NOTE));
        json.strings("notCollected", server.unjudged().notCollected());
        json.objects("unassigned", server.unjudged().unassigned(), stray -> {
            json.field("file", stray.file());
            json.strings("expected", stray.expected());
        });
        json.objects("otherFiles", server.unjudged().others(), other -> {
            json.field("file", other.file());
            json.field("kind", other.kind());
            json.field("for", other.reader());
        });
        json.objects("applications", server.applications(), this::application);
    }

    private void application(Standing application) throws IOException {
        json.field("path", application.path());
        json.field("kind", application.isFolder() ? "folder" : "application");
        json.field("applicationPool", application.pool());
        json.field("identity", application.identity());
        json.field("windowsAuthentication", application.windows().id());
        json.field("kernelMode", application.kernelMode());
        json.strings("authentication", application.methods());
        json.field("account", application.account());
        json.field("preauthentication401", application.preauthentication().id());
        json.field("kernelModeOff", application.off().id());
    }
}
