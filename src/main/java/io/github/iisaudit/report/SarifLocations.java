package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import java.io.IOException;

/** Places as SARIF's {@code location}s, with URIs relative to the root of the repository. */
final class SarifLocations {

    private static final int LONGEST_SNIPPET = 1_000;

    private final JsonText json;
    private final Report report;

    SarifLocations(JsonText json, Report report) {
        this.json = json;
        this.report = report;
    }

    /** A whole file: its first line, as GitHub takes no result without a line. */
    void write(String path) throws IOException {
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.field("uri", ArtifactUri.of(path)));
            json.object("region", () -> json.field("startLine", 1));
        });
    }

    void write(Finding finding, Place place) throws IOException {
        String uri = ArtifactUri.of(Entry.path(report, finding, place.file()));
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.field("uri", uri));
            json.object("region", () -> region(place));
        });
    }

    private void region(Place place) throws IOException {
        json.field("startLine", place.line());
        json.field("startColumn", place.column());
        json.field("endLine", place.endLine());
        json.field("endColumn", place.endColumn());
        String snippet = snippet(place);
        if (!snippet.isEmpty()) {
            json.object("snippet", () -> json.field("text", snippet));
        }
    }

    /** The marked text; empty where it goes on in the next line, which is not at hand, or is too long to be of use. */
    private static String snippet(Place place) {
        String line = place.lineText();
        int start = place.column() - 1;
        int end = place.endColumn() - 1;
        boolean isWithin = place.line() == place.endLine() && start >= 0 && end <= line.length();
        if (!isWithin || start >= end || end - start > LONGEST_SNIPPET) {
            return "";
        }
        return line.substring(start, end);
    }
}
