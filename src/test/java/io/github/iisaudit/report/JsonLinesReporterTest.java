package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Severity;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesReporterTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR);

    private static String lines(Report report) {
        return Sample.render(Format.JSONL.reporter(Sample.PLAIN), report);
    }

    @Test
    void aFindingIsALine() {
        assertThat(lines(report(LOCKED)))
                .startsWith("{\"rule\":\"section-locked\",\"severity\":\"error\",\"confidence\":\"high\",\"message\":")
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void anEmptyReportHasNoLine() {
        assertThat(lines(report())).isEmpty();
    }

    @Test
    void linesAreTheFindingsOfTheJsonReport() {
        Report report = report(
                1,
                List.of(new Unreadable("WEB01", "snap", "b/web.config", "3:7: no end tag")),
                List.of("a notice"),
                List.of(
                        LOCKED.message("one\n\"two\"\u2028\u001B[31m ##[error]x")
                                .finding(),
                        LOCKED.suppressed("planned"),
                        LOCKED.paths("A", "B").finding()));
        JsonNode json = JsonMapper.shared().readTree(Sample.render(Format.JSON.reporter(Sample.PLAIN), report));

        assertThat(lines(report).lines().map(line -> JsonMapper.shared().readTree(line)))
                .containsExactlyElementsOf(
                        StreamSupport.stream(json.get("findings").spliterator(), false)
                                .toList());
    }

    @Test
    void whatIsNoFindingHasNoLine() {
        assertThat(lines(report(
                        List.of(),
                        List.of(),
                        List.of(new Fixed("stale-location", "WEB01", "a/web.config", "location 'x'", "00ff")),
                        List.of(new Unreadable("WEB01", "snap", "b/web.config", "3:7: no end tag")))))
                .isEmpty();
    }
}
