package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReporterTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR);

    private static final String HEADER = "status,severity,confidence,rule,server,file,line,column,endLine,endColumn,"
            + "paths,message,fix,fingerprint,baseline,suppression,reason\r\n";

    private static final String PLACE = "section-locked,WEB01,snapshots/WEB01/C/inetpub/hr/web.config,6,28,6,42,Site,";

    private static String csv(Report report) {
        return Sample.render(Format.CSV.reporter(Sample.PLAIN), report);
    }

    private static String rows(Finding... findings) {
        return csv(report(1, List.of(), List.of(), List.of(findings))).substring(HEADER.length());
    }

    @Test
    void aFindingIsARowBelowTheHeader() {
        assertThat(csv(report(LOCKED)))
                .isEqualTo(
                        HEADER + "reported,error,high," + PLACE + "something is wrong here.,,0123456789abcdef,,,\r\n");
    }

    @Test
    void anEmptyReportHasTheHeader() {
        assertThat(csv(report())).isEqualTo(HEADER);
    }

    @Test
    void commasAndQuotesAreQuotedAndLineBreaksAreSpaces() {
        assertThat(rows(LOCKED.message("one, \"two\"\r\nthree").paths("A", "B").finding()))
                .contains(",\"A, B\",\"one, \"\"two\"\"  three.\",")
                .endsWith("\r\n")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", " =1", "\uFF1D1"})
    void aFormulaIsText(String formula) {
        assertThat(rows(LOCKED.message(formula).finding())).contains(",'" + formula.replace('\t', ' ') + ".,");
    }

    @Test
    void whatDoesNotCountSaysWhy() {
        assertThat(rows(
                        LOCKED.suppressed("planned"),
                        LOCKED.finding().as(BaselineState.UNCHANGED),
                        LOCKED.finding().as(BaselineState.NEW)))
                .isEqualToNormalizingNewlines("""
                        suppressed,error,high,PLACEsomething is wrong here.,,0123456789abcdef,,comment,planned
                        known,error,high,PLACEsomething is wrong here.,,0123456789abcdef,unchanged,,
                        reported,error,high,PLACEsomething is wrong here.,,0123456789abcdef,new,,
                        """.replace("PLACE", PLACE));
    }

    @Test
    void fixedFindingsAndUnreadableFilesFollow() {
        Report report = report(
                List.of(),
                List.of(),
                List.of(new Fixed("stale-location", "WEB01", "a/web.config", "location 'x'", "00ff")),
                List.of(new Unreadable("WEB01", "snap", "b/web.config", "3:7: no end tag")));

        assertThat(csv(report)).isEqualToNormalizingNewlines(HEADER + """
                fixed,,,stale-location,WEB01,snap/a/web.config,,,,,,location 'x',,00ff,absent,,
                unreadable,error,,,WEB01,snap/b/web.config,3,7,,,,no end tag,,,,,
                """);
    }
}
