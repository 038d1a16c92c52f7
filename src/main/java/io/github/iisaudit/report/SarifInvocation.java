package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import java.io.IOException;
import java.util.List;

/** A run as SARIF's {@code invocation}: whether all could be audited, and what a reader has to know beside the results. */
final class SarifInvocation {

    /** Files beyond so many are a number: the whole SARIF file may have 10 MB, compressed. */
    private static final int MOST_FILES = 1_000;

    private final JsonText json;
    private final Report report;

    SarifInvocation(JsonText json, Report report) {
        this.json = json;
        this.report = report;
    }

    void write(List<String> leftOut) throws IOException {
        List<Unreadable> files = report.unreadable();
        json.field("executionSuccessful", files.isEmpty());
        int shown = Math.min(files.size(), MOST_FILES);
        json.array("toolExecutionNotifications", () -> {
            for (Unreadable file : files.subList(0, shown)) {
                json.object(() -> unreadable(file));
            }
            if (shown < files.size()) {
                notification("error", SarifShare.number(files.size() - shown) + " more files could not be audited.");
            }
            for (String missing : leftOut) {
                notification("warning", missing);
            }
            for (String notice : report.notices()) {
                notification("note", notice);
            }
        });
    }

    private void notification(String level, String text) throws IOException {
        json.object(() -> {
            json.field("level", level);
            json.object("message", () -> json.field("text", text));
        });
    }

    private void unreadable(Unreadable file) throws IOException {
        Entry.Unreadable unread = Entry.of(file, report);
        Entry.Spot spot = unread.spot();
        json.field("level", "error");
        json.object("message", () -> json.field("text", unread.message()));
        json.objects(
                "locations",
                List.of(ArtifactUri.of(spot.path())),
                u -> json.object("physicalLocation", () -> {
                    json.object("artifactLocation", () -> json.field("uri", u));
                    if (spot.line() > 0) {
                        json.object("region", () -> {
                            json.field("startLine", spot.line());
                            json.field("startColumn", spot.column());
                        });
                    }
                }));
    }
}
