package io.github.iisaudit.report;

import io.github.iisaudit.evidence.Diagnosis;
import io.github.iisaudit.evidence.Diagnosis.Preauth;
import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.evidence.Exhibit;
import io.github.iisaudit.evidence.Token;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of evidence for programs, version 1 of its schema: fields may be added to it, none is renamed or removed. */
final class ConfirmJson {

    private final String version;

    ConfirmJson(String version) {
        this.version = version;
    }

    void render(Examination examination, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        Map<String, List<Diagnosis>> servers = new LinkedHashMap<>();
        examination
                .applications()
                .forEach(a -> servers.computeIfAbsent(a.server(), k -> new ArrayList<>())
                        .add(a));
        json.document(() -> {
            json.head(version);
            json.objects("servers", servers.entrySet(), server -> {
                json.field("name", server.getKey());
                json.objects("applications", server.getValue(), a -> application(json, a));
            });
            files(json, examination);
        });
    }

    private static void application(JsonText json, Diagnosis application) throws IOException {
        json.field("path", application.path());
        json.field("verdict", application.verdict().id());
        flag(json, "kernelMode", application.kernelMode());
        flag(json, "windowsAuthentication", application.windows());
        json.field("reason", application.reason());
        if (application.kerberos().isPresent()) {
            json.object("kerberos", () -> {
                json.field("verdict", application.kerberos().get().verdict());
                json.field("reason", application.kerberos().get().reason());
            });
        }
        json.object("preauth", () -> {
            json.field("rows", application.preauth().rows());
            json.field("clients", application.preauth().clients());
            times(json, application.preauth());
        });
        json.object("requests", () -> {
            json.field("rows", application.requests().rows());
            times(json, application.requests());
        });
        json.object("handshakes", () -> {
            json.field("ntlm", application.handshakes().ntlm());
            json.field("kerberos", application.handshakes().kerberos());
            json.field("anonymousFirst", application.handshakes().anonymousFirst());
        });
        json.objects("otherCauses", application.otherCauses(), cause -> {
            json.field("win32", cause.code());
            json.field("name", cause.cause().name());
            json.field("rows", cause.rows());
            json.field("meaning", cause.cause().meaning());
            json.field("next", cause.cause().next());
        });
        json.objects("evidence", application.exhibits(), e -> exhibit(json, e));
        json.strings("notes", application.notes());
    }

    private static void flag(JsonText json, String name, Optional<Boolean> value) throws IOException {
        if (value.isPresent()) {
            json.field(name, value.get());
        }
    }

    private static void times(JsonText json, Preauth rows) throws IOException {
        time(json, "first", rows.first());
        time(json, "last", rows.last());
    }

    private static void time(JsonText json, String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.field(name, time.get().toString());
        }
    }

    private static void exhibit(JsonText json, Exhibit exhibit) throws IOException {
        json.field("kind", exhibit.kind());
        json.field("file", exhibit.file());
        if (exhibit.line() > 0) {
            json.field("line", exhibit.line());
        }
        if (!exhibit.entry().isEmpty()) {
            json.field("entry", exhibit.entry());
        }
        json.field("what", exhibit.what());
        Token token = exhibit.token();
        if (token != null) {
            json.field("scheme", token.scheme());
            json.field("token", token.kind().id());
            json.field("length", token.length());
        }
    }

    private static void files(JsonText json, Examination examination) throws IOException {
        json.objects("clients", examination.clients(), client -> {
            json.field("file", client.file());
            if (client.line() > 0) {
                json.field("line", client.line());
            }
            json.field("value", client.value());
            json.field("scope", client.scope());
            json.field("conditional", client.isConditional());
        });
        json.objects("evidenceFiles", examination.files(), file -> {
            json.field("file", file.file());
            json.field("kind", file.kind().id());
            json.field("rows", file.rows());
            json.field("skipped", file.skipped());
            time(json, "from", file.from());
            time(json, "to", file.to());
        });
        json.objects("unmatched", examination.unmatched(), rows -> {
            json.field("file", rows.file());
            json.field("rows", rows.rows());
            json.field("why", rows.why());
        });
        json.objects("unreadable", examination.unreadable(), file -> {
            json.field("file", file.file());
            json.field("reason", file.reason());
        });
    }
}
