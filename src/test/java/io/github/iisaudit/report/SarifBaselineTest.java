package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SarifBaselineTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR);

    private static final Fixed FIXED =
            new Fixed("section-locked", "WEB01", "C/a b/web.config", "location[x]/@enabled", "00ff");

    private static String sarif(Report report) {
        return Sample.render(Format.SARIF.reporter(Sample.PLAIN), report);
    }

    @Test
    void aResultSaysWhetherItIsNew() {
        Finding fresh = LOCKED.finding().as(BaselineState.NEW);
        Finding known = LOCKED.finding().as(BaselineState.UNCHANGED);

        assertThat(sarif(report(1, List.of(), List.of(), List.of(fresh, known))))
                .containsSubsequence("\"baselineState\": \"new\"", "\"baselineState\": \"unchanged\"");
        assertThat(sarif(report(LOCKED))).doesNotContain("baselineState");
    }

    @Test
    void aFixedFindingIsAnAbsentResultInItsFile() {
        List<Finding> findings = List.of(LOCKED.finding().as(BaselineState.NEW));

        assertThat(sarif(report(List.of(LOCKED.finding().rule()), findings, List.of(FIXED), List.of())))
                .contains("""
                              "ruleId": "section-locked",
                              "ruleIndex": 0,
                              "message": {
                                "text": "Fixed since the baseline: location[x]/@enabled."
                              },
                              "locations": [
                                {
                                  "physicalLocation": {
                                    "artifactLocation": {
                                      "uri": "snapshots/WEB01/C/a%20b/web.config"
                                    },
                                    "region": {
                                      "startLine": 1
                                    }
                                  }
                                }
                              ],
                              "partialFingerprints": {
                                "iisaudit/v1": "00ff"
                              },
                              "baselineState": "absent",
                        """.indent(4).stripTrailing());
    }

    @Test
    void onGithubWhatIsFixedIsANotificationBecauseAResultWouldBeAnOpenAlert() {
        List<Finding> findings = List.of(LOCKED.finding().as(BaselineState.NEW));
        Report report = report(List.of(LOCKED.finding().rule()), findings, List.of(FIXED), List.of());
        Automation github = Automation.of(Map.of("GITHUB_ACTIONS", "true"));

        assertThat(Sample.render(Format.SARIF.reporter(Sample.PLAIN.with(false, github)), report))
                .contains(
                        "results that are gone since the baseline are left out, as GitHub would show them as open alerts: 1")
                .contains("\"baselineState\": \"new\"")
                .doesNotContain("absent", "Fixed since");
    }

    @Test
    void theFileOfAFixedFindingOfAnUnknownServerHasNoRoot() {
        assertThat(sarif(report(List.of(), List.of(), List.of(FIXED), List.of())))
                .contains("\"uri\": \"C/a%20b/web.config\"");
    }

    @Test
    void aSuppressionOfTheSettingsIsExternal() {
        Suppression settings =
                new Suppression(Suppression.Kind.SETTINGS, "accepted until May", marked(".iisaudit.yml", 3, "[x]"));

        assertThat(sarif(
                        report(1, List.of(), List.of(), List.of(LOCKED.finding().suppressedBy(settings)))))
                .contains("\"kind\": \"external\"", "\"justification\": \"accepted until May\"")
                .doesNotContain(".iisaudit.yml");
    }

    @Test
    void theSchemaAcceptsAllOfItTogether() throws IOException {
        List<Finding> findings = List.of(
                LOCKED.finding().as(BaselineState.NEW),
                LOCKED.finding().as(BaselineState.UNCHANGED),
                LOCKED.suppressed("planned").as(BaselineState.NEW));

        assertThat(SarifReporterTest.violations(sarif(report(List.of(), findings, List.of(FIXED), List.of()))))
                .isEmpty();
    }
}
