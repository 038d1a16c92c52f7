package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.HOST;
import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckstyleReporterTest {

    private static final Sample LOCKED =
            Sample.of("section-locked", Severity.ERROR).fix("unlock it");

    private static final Sample NOTE = Sample.of("a-note", Severity.NOTE);

    private static String checkstyle(Report report) {
        return Sample.render(Format.CHECKSTYLE.reporter(Sample.PLAIN), report);
    }

    private static String violation(String xml) {
        return XmlCheck.violation("checkstyle.xsd", xml);
    }

    @Test
    void errorsStandBelowTheirFile() {
        Sample above = NOTE.at(marked(HOST, 3, "[x]"));

        String xml = checkstyle(report(above, LOCKED, NOTE));

        assertThat(xml).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <checkstyle version="4.3">
                  <file name="snapshots/WEB01/C/Windows/System32/inetsrv/config/applicationHost.config">
                    <error line="3" column="1" severity="info" message="something is wrong here." source="iisaudit.a-note"/>
                  </file>
                  <file name="snapshots/WEB01/C/inetpub/hr/web.config">
                    <error line="6" column="28" severity="error" message="something is wrong here. Fix: unlock it." \
                source="iisaudit.section-locked"/>
                    <error line="6" column="28" severity="info" message="something is wrong here." source="iisaudit.a-note"/>
                  </file>
                </checkstyle>
                """);
        assertThat(violation(xml)).isEmpty();
    }

    @Test
    void aReportWithoutFindingsIsValidToo() {
        assertThat(checkstyle(report())).endsWith("<checkstyle version=\"4.3\"/>\n");
        assertThat(violation(checkstyle(report()))).isEmpty();
    }

    @Test
    void theSchemaTestCanFail() {
        assertThat(violation(checkstyle(report(LOCKED)).replace("severity=\"error\"", "severity=\"fatal\"")))
                .contains("fatal");
    }

    @Test
    void aFileThatCouldNotBeReadIsAnErrorAtItsPlace() {
        List<Unreadable> unreadable = List.of(
                new Unreadable("WEB01", "./snap", "C/a b/web.config", "3:7: no end tag"),
                new Unreadable("WEB01", "./snap", "C/c/web.config", "permission denied"));

        String xml = checkstyle(report(1, unreadable, List.of()));

        assertThat(xml)
                .contains("<file name=\"snap/C/a b/web.config\">")
                .contains(
                        "<error line=\"3\" column=\"7\" severity=\"error\" message=\"Could not be audited: no end tag\"")
                .contains("<error severity=\"error\" message=\"Could not be audited: permission denied\"");
        assertThat(violation(xml)).isEmpty();
    }

    @Test
    void whatDoesNotCountIsLeftOut() {
        Report report = report(
                1,
                List.of(),
                List.of(),
                List.of(LOCKED.suppressed("planned"), NOTE.finding().as(BaselineState.UNCHANGED)));

        assertThat(checkstyle(report)).doesNotContain("<file");
    }

    @Test
    void aFileOfAFleetHasItsServerBeforeIt() {
        Sample one = LOCKED.server("WEB01", "/srv/WEB01");
        Sample two = LOCKED.server("WEB02", "/srv/WEB02");

        assertThat(checkstyle(report(2, List.of(), List.of(), one, two)))
                .contains("\"WEB01/C/inetpub/hr/web.config\"", "\"WEB02/C/inetpub/hr/web.config\"");
    }

    @Test
    void charactersThatXmlDoesNotHaveAreReplaced() {
        String xml =
                checkstyle(report(LOCKED.message("<a b=\"1\"> & \u0000\u001B[31m \uD800 \uFFFF \uD83D\uDE00 \n end")));

        assertThat(violation(xml)).isEmpty();
        assertThat(XmlCheck.elements(xml, "error").get(0).getAttribute("message"))
                .isEqualTo("<a b=\"1\"> & \uFFFD\uFFFD[31m \uFFFD \uFFFD \uD83D\uDE00   end. Fix: unlock it.");
    }
}
