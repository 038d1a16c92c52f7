package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SarifShareTest {

    private static final Finding ERROR = Sample.of("an-error", Severity.ERROR).finding();
    private static final Finding WARNING =
            Sample.of("a-warning", Severity.WARNING).finding();
    private static final Finding NOTE = Sample.of("a-note", Severity.NOTE).finding();
    private static final Finding SUPPRESSED =
            Sample.of("suppressed", Severity.ERROR).suppressed("planned");

    private static String sarif(List<Finding> findings) {
        return Sample.render(Format.SARIF.reporter(Sample.PLAIN), report(1, List.of(), List.of(), findings));
    }

    private static List<Finding> findings(int errors, int warnings, int notes, int suppressed) {
        List<Finding> findings = new ArrayList<>(Collections.nCopies(notes, NOTE));
        findings.addAll(Collections.nCopies(suppressed, SUPPRESSED));
        findings.addAll(Collections.nCopies(warnings, WARNING));
        findings.addAll(Collections.nCopies(errors, ERROR));
        return findings;
    }

    private static int results(String sarif, String rule) {
        return (int) Pattern.compile("\"ruleId\": \"" + rule + "\"")
                .matcher(sarif)
                .results()
                .count();
    }

    @Test
    void theMostSevereAreKeptWhereThereAreTooMany() throws IOException {
        String sarif = sarif(findings(1_000, 20_000, 8_000, 1_000));

        assertThat(results(sarif, "an-error")).isEqualTo(1_000);
        assertThat(results(sarif, "a-warning")).isEqualTo(20_000);
        assertThat(results(sarif, "a-note")).isEqualTo(4_000);
        assertThat(results(sarif, "suppressed")).isZero();
        assertThat(sarif)
                .contains("5,000 of 30,000 results are left out, since code hosts refuse more than 25,000 in a run: "
                        + "4,000 of 8,000 notes, 1,000 of 1,000 suppressed findings.")
                .contains("GitHub keeps the 5,000 most severe of these 25,000 results.");
        assertThat(SarifReporterTest.violations(sarif)).isEmpty();
    }

    @Test
    void nothingIsLeftOutOfThreeThousand() {
        String sarif = sarif(findings(1_000, 1_000, 1_000, 0));

        assertThat(results(sarif, "an-error") + results(sarif, "a-warning") + results(sarif, "a-note"))
                .isEqualTo(3_000);
        assertThat(sarif).contains("\"toolExecutionNotifications\": []");
    }

    @Test
    void whatGitHubDoesNotKeepIsSaidFromTheFirstOn() {
        assertThat(sarif(findings(5_000, 0, 0, 0))).doesNotContain("GitHub keeps");
        assertThat(sarif(findings(5_001, 0, 0, 0)))
                .contains("GitHub keeps the 5,000 most severe of these 5,001 results.")
                .doesNotContain("left out");
        assertThat(sarif(findings(25_000, 0, 0, 0))).doesNotContain("left out");
    }
}
