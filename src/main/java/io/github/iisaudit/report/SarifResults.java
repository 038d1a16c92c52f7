package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Findings as SARIF's {@code result}s. */
final class SarifResults {

    private static final int LONGEST_SNIPPET = 1000;

    /** Begins the name of an applicationHost.config that is assumed: no file that anybody could open. */
    private static final String ASSUMED = "(stock) ";

    private final JsonText json;
    private final Map<String, Integer> rulePlaces;
    private final boolean isFleet;
    private final boolean hasSuppressions;

    /** A place that helps to understand a result. */
    private record Related(int id, Place place, String message) {}

    /** @param hasSuppressions whether any result is suppressed; SARIF wants that told of all results or of none */
    SarifResults(JsonText json, Map<String, Integer> rulePlaces, boolean isFleet, boolean hasSuppressions) {
        this.json = json;
        this.rulePlaces = rulePlaces;
        this.isFleet = isFleet;
        this.hasSuppressions = hasSuppressions;
    }

    void write(Finding finding) throws IOException {
        json.field("ruleId", finding.rule().id());
        Integer place = rulePlaces.get(finding.rule().id());
        if (place != null) {
            json.field("ruleIndex", place);
        }
        json.field("level", SarifReporter.level(finding));
        json.object("message", () -> json.field("text", message(finding)));
        json.objects("locations", List.of(finding.place()), p -> location(finding, p));
        List<Related> related = related(finding);
        if (!related.isEmpty()) {
            json.objects("relatedLocations", related, r -> related(finding, r));
        }
        json.object("partialFingerprints", () -> json.field("iisaudit/v1", finding.fingerprint()));
        if (hasSuppressions) {
            Suppression suppression = finding.suppression();
            json.objects(
                    "suppressions",
                    suppression == null ? List.<Suppression>of() : List.of(suppression),
                    s -> suppression(finding, s));
        }
        json.object("properties", () -> {
            json.field("confidence", finding.confidence().id());
            json.field("server", finding.server());
            json.strings("paths", finding.paths());
        });
    }

    private void suppression(Finding finding, Suppression suppression) throws IOException {
        boolean isInSource = suppression.kind() == Suppression.Kind.COMMENT;
        json.field("kind", isInSource ? "inSource" : "external");
        json.field("status", "accepted");
        if (!suppression.reason().isEmpty()) {
            json.field("justification", suppression.reason());
        }
        if (isInSource) {
            json.object("location", () -> location(finding, suppression.place()));
        }
    }

    private static String message(Finding finding) {
        StringBuilder message = new StringBuilder(sentence(finding.message()));
        for (Note note : finding.notes()) {
            message.append(note.message().isBlank() ? "" : " " + sentence(note.message()));
        }
        if (!finding.fix().isBlank()) {
            message.append(" Fix: ").append(sentence(finding.fix()));
        }
        return message.toString();
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.?!]\\s*") ? text : text + ".";
    }

    private static List<Related> related(Finding finding) {
        List<Related> related = new ArrayList<>();
        Place lock = finding.lockedBy();
        if (lock != null && !lock.file().startsWith(ASSUMED)) {
            related.add(new Related(1, lock, lock.label().isBlank() ? "locked here" : lock.label()));
        }
        for (Via via : finding.via()) {
            if (!via.place().file().startsWith(ASSUMED)) {
                related.add(new Related(related.size() + 1, via.place(), via.message()));
            }
        }
        return related;
    }

    private void related(Finding finding, Related related) throws IOException {
        json.field("id", related.id());
        location(finding, related.place());
        json.object("message", () -> json.field("text", related.message().isBlank() ? "set here" : related.message()));
    }

    private void location(Finding finding, Place place) throws IOException {
        String uri = ArtifactUri.of(finding.root(), isFleet ? finding.server() : "", place.file());
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
        int start = place.column() - 1;
        int end = place.endColumn() - 1;
        boolean isWithin = place.line() == place.endLine()
                && start >= 0
                && end <= place.lineText().length();
        if (!isWithin || start >= end || end - start > LONGEST_SNIPPET) {
            return "";
        }
        return Secrets.mask(place.lineText()).substring(start, end);
    }
}
