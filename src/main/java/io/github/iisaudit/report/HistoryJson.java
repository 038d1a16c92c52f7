package io.github.iisaudit.report;

import io.github.iisaudit.history.At;
import io.github.iisaudit.history.History;
import io.github.iisaudit.history.Reading;
import io.github.iisaudit.history.Reading.Place;
import io.github.iisaudit.history.ValueChange;
import io.github.iisaudit.history.VersionChange;
import io.github.iisaudit.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** What became of servers, for programs, version 1 of its schema: fields may be added to it, none is renamed or removed. */
final class HistoryJson {

    private final String version;

    HistoryJson(String version) {
        this.version = version;
    }

    void render(History history, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.head(version);
            json.objects("servers", history.servers(), server -> server(json, server));
            json.objects("unreadable", history.unreadable(), file -> {
                json.field("version", file.version());
                json.field("server", file.server());
                json.field("file", file.file());
                json.field("reason", file.reason());
            });
            json.strings("notices", history.notices());
        });
    }

    private static void server(JsonText json, History.Server server) throws IOException {
        json.field("name", server.name());
        json.field("root", server.root());
        json.field("kind", server.kind());
        json.field("versions", server.versions());
        json.object("first", () -> at(json, server.first()));
        json.object("last", () -> at(json, server.last()));
        json.objects("changes", server.changes(), change -> change(json, change));
    }

    private static void at(JsonText json, At at) throws IOException {
        json.field("version", at.id());
        json.field("time", at.time().toString());
        if (!at.subject().isEmpty()) {
            json.field("subject", at.subject());
        }
    }

    private static void change(JsonText json, VersionChange change) throws IOException {
        at(json, change.at());
        json.objects("values", change.values(), value -> value(json, value));
        json.strings("pathsAdded", change.pathsAdded());
        json.strings("pathsRemoved", change.pathsRemoved());
        json.objects("came", change.came(), finding -> finding(json, finding));
        json.objects("went", change.went(), finding -> finding(json, finding));
    }

    private static void value(JsonText json, ValueChange change) throws IOException {
        json.field("section", change.section());
        json.field("name", change.name());
        json.object("from", () -> reading(json, change.from()));
        json.object("to", () -> reading(json, change.to()));
        Place place = change.place();
        if (place != null) {
            place(json, place);
        }
        json.strings("paths", change.paths());
    }

    private static void reading(JsonText json, Reading reading) throws IOException {
        String value = reading.value();
        if (value == null) {
            json.field("absent", true);
            return;
        }
        json.field("value", value);
        json.object("origin", () -> origin(json, reading, reading.place()));
    }

    private static void origin(JsonText json, Reading reading, @Nullable Place place) throws IOException {
        if (reading.isDefault()) {
            json.field("default", true);
        }
        if (place != null) {
            place(json, place);
        }
    }

    private static void place(JsonText json, Place place) throws IOException {
        json.field("file", place.file());
        json.field("line", place.line());
        json.field("column", place.column());
        String location = place.location();
        if (location != null) {
            json.field("location", location);
        }
    }

    private static void finding(JsonText json, Finding finding) throws IOException {
        json.field("rule", finding.rule().id());
        json.field("severity", finding.severity().id());
        json.field("confidence", finding.confidence().id());
        json.field("message", finding.message());
        json.field("file", finding.place().file());
        json.field("line", finding.place().line());
        json.field("column", finding.place().column());
        json.strings("paths", finding.paths());
        json.field("fingerprint", finding.fingerprint());
    }
}
