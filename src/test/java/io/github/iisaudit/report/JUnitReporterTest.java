package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.HOST;
import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitReporterTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR)
            .fix("unlock it")
            .lockedBy(marked(HOST, 61, "[x]"))
            .via(marked(HOST, 70, "[x]"), "set here");

    private static final Sample NOTE = Sample.of("a-note", Severity.NOTE);

    private static final List<Unreadable> UNREADABLE =
            List.of(new Unreadable("WEB01", "./snap", "C/a/web.config", "3:7: no end tag"));

    private static String junit(Report report) {
        return Sample.render(Format.JUNIT.reporter(Sample.PLAIN), report);
    }

    private static String violation(String xml) {
        return XmlCheck.violation("junit.xsd", xml);
    }

    private static List<String> attributes(String xml, String element, String attribute) {
        return XmlCheck.elements(xml, element).stream()
                .map(e -> e.getAttribute(attribute))
                .toList();
    }

    @Test
    void aFindingIsAFailedTestOfItsServer() {
        String xml = junit(report(LOCKED));

        assertThat(xml).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="iisaudit" tests="1" failures="1" errors="0">
                  <testsuite name="WEB01" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="iisaudit.section-locked" \
                name="snapshots/WEB01/C/inetpub/hr/web.config 0123456789abcdef">
                      <failure type="error" message="something is wrong here">\
                snapshots/WEB01/C/inetpub/hr/web.config:6:28: error
                something is wrong here. Fix: unlock it.
                At: Site
                Locked: snapshots/WEB01/C/Windows/System32/inetsrv/config/applicationHost.config:61
                Via: snapshots/WEB01/C/Windows/System32/inetsrv/config/applicationHost.config:70 set here
                </failure>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
        assertThat(violation(xml)).isEmpty();
    }

    @Test
    void aRuleThatFoundNothingIsAPassedTest() {
        List<Rule> rules = List.of(LOCKED.finding().rule(), NOTE.finding().rule());
        Report report = report(rules, List.of(NOTE.finding()), List.of(), List.of());

        String xml = junit(report);

        assertThat(xml).contains("""
                  <testsuite name="iisaudit" tests="1" failures="0" errors="0" skipped="0">
                    <testcase classname="iisaudit.section-locked" name="no finding"/>
                  </testsuite>
                """.indent(0));
        assertThat(violation(xml)).isEmpty();
    }

    @Test
    void aFileThatCouldNotBeReadIsAnError() {
        String xml = junit(report(1, UNREADABLE, List.of(), LOCKED));

        assertThat(xml).contains("""
                    <testcase classname="iisaudit.unreadable" name="snap/C/a/web.config">
                      <error type="unreadable" message="Could not be audited: 3:7: no end tag">\
                snap/C/a/web.config: 3:7: no end tag</error>
                    </testcase>
                """.indent(0));
        assertThat(attributes(xml, "testsuite", "errors")).containsExactly("1");
        assertThat(violation(xml)).isEmpty();
    }

    @Test
    void whatDoesNotCountIsSkippedWithItsReason() {
        Finding known = NOTE.finding().as(BaselineState.UNCHANGED);
        Report report =
                report(1, List.of(), List.of(), List.of(LOCKED.suppressed("planned"), LOCKED.suppressed(""), known));

        String xml = junit(report);

        assertThat(attributes(xml, "skipped", "message"))
                .containsExactly("suppressed: planned", "suppressed", "known from the baseline");
        assertThat(attributes(xml, "testsuite", "skipped")).containsExactly("3");
        assertThat(XmlCheck.elements(xml, "failure")).isEmpty();
        assertThat(violation(xml)).isEmpty();
    }

    @Test
    void theNumbersAreThoseOfTheTests() {
        List<Finding> findings = new ArrayList<>();
        findings.add(NOTE.server("WEB02", "r/WEB02").finding());
        findings.add(LOCKED.finding());
        findings.add(NOTE.suppressed("planned"));
        findings.add(LOCKED.server("WEB02", "r/WEB02").finding());

        String xml = junit(report(2, UNREADABLE, List.of(), findings));

        assertThat(attributes(xml, "testsuite", "name")).containsExactly("WEB02", "WEB01", "WEB02");
        for (Element suite : XmlCheck.elements(xml, "testsuite")) {
            assertThat(number(suite, "tests")).isEqualTo(count("testcase").applyAsInt(suite));
            assertThat(number(suite, "failures")).isEqualTo(count("failure").applyAsInt(suite));
            assertThat(number(suite, "errors")).isEqualTo(count("error").applyAsInt(suite));
            assertThat(number(suite, "skipped")).isEqualTo(count("skipped").applyAsInt(suite));
        }
        assertThat(attributes(xml, "testsuites", "tests")).containsExactly("5");
        assertThat(attributes(xml, "testsuites", "failures")).containsExactly("3");
        assertThat(attributes(xml, "testsuites", "errors")).containsExactly("1");
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static ToIntFunction<Element> count(String name) {
        return element -> element.getElementsByTagName(name).getLength();
    }

    @Test
    void theSchemaTestCanFail() {
        assertThat(violation(junit(report(LOCKED)).replace("<testcase ", "<testcase line=\"6\" ")))
                .contains("line");
    }
}
