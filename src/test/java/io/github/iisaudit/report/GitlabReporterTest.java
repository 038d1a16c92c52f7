package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GitlabReporterTest {

    private static final Sample LOCKED =
            Sample.of("section-locked", Severity.ERROR).fix("unlock it");

    private static String gitlab(Report report) {
        return Sample.render(Format.GITLAB.reporter(Sample.PLAIN), report);
    }

    private static Report of(Finding... findings) {
        return Sample.report(1, List.of(), List.of(), List.of(findings));
    }

    private static List<Error> violations(String json) throws IOException {
        try (InputStream in = GitlabReporterTest.class.getResourceAsStream("/schema/gitlab-code-quality.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in)
                    .validate(json, InputFormat.JSON);
        }
    }

    private static List<String> values(String json, String key) {
        return Pattern.compile("\"" + key + "\": \"([^\"]*)\"")
                .matcher(json)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void aFindingIsAnItem() {
        assertThat(gitlab(of(LOCKED.finding()))).isEqualTo("""
                        [
                          {
                            "description": "something is wrong here. Fix: unlock it.",
                            "check_name": "section-locked",
                            "fingerprint": "%s",
                            "severity": "critical",
                            "location": {
                              "path": "snapshots/WEB01/C/inetpub/hr/web.config",
                              "lines": {
                                "begin": 6
                              }
                            }
                          }
                        ]
                        """.formatted(
                        values(gitlab(of(LOCKED.finding())), "fingerprint").get(0)));
    }

    @Test
    void theDocumentedFormatAcceptsIt() throws IOException {
        assertThat(violations(gitlab(of()))).isEmpty();
        assertThat(violations(gitlab(Hostile.report(Hostile.many(30))))).isEmpty();
        assertThat(violations(gitlab(of(LOCKED.server("WEB01", "./snapshots").finding()))))
                .isEmpty();
    }

    @Test
    void theSchemaTestCanFail() throws IOException {
        String json = gitlab(of(LOCKED.finding()));

        assertThat(violations(json.replace("\"critical\"", "\"error\""))).isNotEmpty();
        assertThat(violations(json.replace("\"path\": \"", "\"path\": \"./"))).isNotEmpty();
    }

    @Test
    void severitiesHaveGitlabsWords() {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            findings.add(Sample.of("a-rule", severity).finding());
        }

        assertThat(values(gitlab(of(findings.toArray(Finding[]::new))), "severity"))
                .containsExactly("critical", "major", "info");
    }

    @Test
    void noTwoFindingsShareAFingerprint() {
        List<Finding> findings = new ArrayList<>(Hostile.many(3000));
        findings.addAll(Hostile.many(3000));
        findings.add(LOCKED.server("WEB02", ".").finding());
        findings.add(LOCKED.server("WEB03", ".").finding());
        String json = gitlab(Sample.report(1, List.of(), List.of(), findings));

        assertThat(values(json, "fingerprint")).hasSize(6002).doesNotHaveDuplicates();
    }

    @Test
    void aFingerprintStaysWhenOtherFindingsGo() {
        String alone = values(gitlab(of(LOCKED.finding())), "fingerprint").get(0);
        Finding other = Sample.of("a-rule", Severity.NOTE)
                .at(Sample.marked("a", 1, "[b]"))
                .finding();

        assertThat(values(gitlab(of(other, LOCKED.finding())), "fingerprint").get(1))
                .isEqualTo(alone);
    }

    @Test
    void whatDoesNotCountIsLeftOut() {
        assertThat(gitlab(of(LOCKED.suppressed("meant"), LOCKED.finding().as(Finding.BaselineState.UNCHANGED))))
                .isEqualTo("[]\n");
    }

    @Test
    void aFileThatWasNotAuditedIsABlocker() {
        Report report = Sample.report(
                1, List.of(new Unreadable("WEB01", "r", "a/web.config", "3:7: no end tag")), List.of(), List.of());

        assertThat(gitlab(report))
                .contains("\"check_name\": \"not-audited\"", "\"severity\": \"blocker\"", "\"begin\": 3")
                .contains("\"path\": \"r/a/web.config\"", "Could not be audited: no end tag.");
    }
}
