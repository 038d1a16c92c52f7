package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Suppression;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as SARIF's {@code result}s. */
final class SarifResults {

    /** Ours alone: a {@code primaryLocationLineHash} that GitHub did not compute would be compared with one that it did. */
    private static final String FINGERPRINT = "iisaudit/v1";

    private static final int MOST_PATHS = 1_000;

    private final JsonText json;
    private final Map<String, Integer> rulePlaces;
    private final SarifLocations locations;

    /** Whether any result is suppressed: SARIF wants that told of all results or of none. */
    private final boolean hasSuppressions;

    SarifResults(JsonText json, Report report, Map<String, Integer> rulePlaces) {
        this.json = json;
        this.rulePlaces = rulePlaces;
        this.locations = new SarifLocations(json, report);
        this.hasSuppressions = report.suppressed() > 0;
    }

    /** A finding, or one of the baseline that is gone. */
    void write(Entry entry) throws IOException {
        if (entry instanceof Entry.Fixed fixed) {
            write(fixed);
        } else if (entry instanceof Entry.Found found) {
            write(found.finding());
        }
    }

    private void write(Finding finding) throws IOException {
        SarifRelated related = SarifRelated.of(finding);
        rule(finding.rule().id());
        json.field("level", SarifReporter.level(finding.severity()));
        json.object("message", () -> json.field("text", message(finding, related)));
        json.objects("locations", List.of(finding.place()), place -> locations.write(finding, place));
        if (!related.places().isEmpty()) {
            json.objects("relatedLocations", related.places(), place -> {
                json.field("id", place.id());
                locations.write(finding, place.place());
                json.object("message", () -> json.field("text", place.message()));
            });
        }
        fingerprint(finding.fingerprint());
        if (finding.baseline() != BaselineState.NONE) {
            json.field("baselineState", finding.baseline().name().toLowerCase(Locale.ROOT));
        }
        suppressions(finding);
        json.object("properties", () -> {
            properties(finding);
            JsonReporter.holds(json, finding.holds());
        });
    }

    private void write(Entry.Fixed fixed) throws IOException {
        rule(fixed.rule());
        String what = fixed.message().isBlank() ? "the finding" : SarifRelated.plain(fixed.message());
        json.object("message", () -> json.field("text", "Fixed since the baseline: " + PlainText.sentence(what)));
        json.objects("locations", List.of(fixed.spot().path()), locations::write);
        fingerprint(fixed.fingerprint());
        json.field("baselineState", "absent");
        if (hasSuppressions) {
            json.strings("suppressions", List.of());
        }
        json.object("properties", () -> json.field("server", fixed.spot().server()));
    }

    private void rule(String id) throws IOException {
        json.field("ruleId", id);
        Integer place = rulePlaces.get(id);
        if (place != null) {
            json.field("ruleIndex", place);
        }
    }

    private void fingerprint(String fingerprint) throws IOException {
        json.object("partialFingerprints", () -> json.field(FINGERPRINT, fingerprint));
    }

    private void suppressions(Finding finding) throws IOException {
        if (hasSuppressions) {
            Suppression suppression = finding.suppression();
            json.objects(
                    "suppressions",
                    suppression == null ? List.<Suppression>of() : List.of(suppression),
                    s -> suppression(finding, s));
        }
    }

    private void suppression(Finding finding, Suppression suppression) throws IOException {
        boolean isInSource = suppression.kind() == Suppression.Kind.COMMENT;
        json.field("kind", isInSource ? "inSource" : "external");
        json.field("status", "accepted");
        if (!suppression.reason().isEmpty()) {
            json.field("justification", suppression.reason());
        }
        if (isInSource) {
            json.object("location", () -> locations.write(finding, suppression.place()));
        }
    }

    private void properties(Finding finding) throws IOException {
        List<String> paths = finding.paths();
        int shown = Math.min(paths.size(), MOST_PATHS);
        json.field("confidence", finding.confidence().id());
        json.field("server", finding.server());
        json.strings("paths", paths.subList(0, shown));
        if (shown < paths.size()) {
            json.field("pathsLeftOut", paths.size() - shown);
        }
    }

    private static String message(Finding finding, SarifRelated related) {
        String fix = finding.fix().isBlank() ? "" : " Fix: " + SarifRelated.plain(PlainText.sentence(finding.fix()));
        return SarifRelated.plain(PlainText.problem(finding)) + related.links() + fix;
    }
}
