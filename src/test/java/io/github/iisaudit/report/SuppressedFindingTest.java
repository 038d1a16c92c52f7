package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressedFindingTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR);
    private static final Sample NOTE = Sample.of("a-note", Severity.NOTE);
    private static final Report REPORT = Sample.report(
            1, List.of(), List.of(), List.of(LOCKED.suppressed("unlocked at deployment"), NOTE.finding()));

    @Test
    void doesNotCountAndDoesNotFail() {
        assertThat(REPORT.count(Severity.ERROR)).isZero();
        assertThat(REPORT.has(Severity.ERROR)).isFalse();
        assertThat(REPORT.suppressed()).isEqualTo(1);
        assertThat(REPORT.findings()).hasSize(2);
        assertThat(REPORT.reported()).extracting(f -> f.rule().id()).containsExactly("a-note");
    }

    @Test
    void isInTheTextAsANumberOnly() {
        assertThat(Sample.text(REPORT))
                .doesNotContain("section-locked")
                .endsWith("\n1 server, 9 files, 17 paths: 1 note, 1 suppressed\n");
        Report only = Sample.report(1, List.of(), List.of(), List.of(LOCKED.suppressed("")));
        assertThat(Sample.text(only)).isEqualTo("1 server, 9 files, 17 paths: no findings, 1 suppressed\n");
    }

    @Test
    void staysInJsonWithTheCommentAndItsReason() {
        assertThat(Sample.render(Format.JSON.reporter(Sample.PLAIN), REPORT))
                .contains("\"errors\": 0,", "\"suppressed\": 1\n")
                .containsOnlyOnce("\"suppressed\": true")
                .contains("""
                              "suppressed": true,
                              "suppression": {
                                "kind": "comment",
                                "reason": "unlocked at deployment",
                                "file": "C/inetpub/hr/web.config",
                                "line": 5,
                                "column": 3
                              }
                        """);
    }

    @Test
    void isASuppressionInSarifWhereEveryOtherResultHasNone() throws IOException {
        String sarif = Sample.render(Format.SARIF.reporter(Sample.PLAIN), REPORT);

        assertThat(sarif)
                .contains("\"kind\": \"inSource\"", "\"justification\": \"unlocked at deployment\"")
                .containsOnlyOnce("\"suppressions\": []");
        assertThat(Sample.render(Format.SARIF.reporter(Sample.PLAIN), Sample.report(NOTE)))
                .doesNotContain("suppressions");
        try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
            assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void withoutAReasonHasNoJustification() {
        Report report = Sample.report(1, List.of(), List.of(), List.of(LOCKED.suppressed("")));

        assertThat(Sample.render(Format.SARIF.reporter(Sample.PLAIN), report)).doesNotContain("justification");
        assertThat(Sample.render(Format.JSON.reporter(Sample.PLAIN), report)).contains("\"reason\": \"\"");
    }
}
