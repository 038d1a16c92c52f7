package io.github.iisaudit.report;

import io.github.iisaudit.report.JUnitSuites.Suite;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The XML of JUnit, for the test pages of GitLab, Azure Pipelines and Jenkins, valid against
 * <a href="https://github.com/jenkinsci/xunit-plugin">junit-10.xsd</a>.
 *
 * <p>A suite for each server holds a failed test for each finding, whatever its severity, and an error for each file that was
 * not audited. Findings that are suppressed or known from a baseline are skipped tests rather than left out: a test that is
 * gone would look as if the fault were mended. A suite of its own has a passed test for each rule that found nothing, so that
 * a clean run is not taken for one without tests.
 *
 * <p>What the settings left out is a skipped test in a suite of its own.
 *
 * <p>Tests are told apart by class and name (GitLab drops the second of two alike) and followed from run to run by them, so
 * the name has the fingerprint in it and no line.
 */
final class JUnitReporter implements Reporter {

    private static final String CLASS = "iisaudit";
    private static final int MOST_PATHS = 50;

    @Override
    public void render(Report report, Writer out) throws IOException {
        JUnitSuites suites = JUnitSuites.of(report);
        XmlText xml = new XmlText(out);
        xml.start("testsuites").attribute("name", CLASS);
        numbers(xml, suites.total());
        rules(xml, suites.passed());
        Optional<Entry.Settings> settings = Entry.settings(report);
        if (settings.isPresent()) {
            settings(xml, settings.get());
        }
        Iterator<Finding> findings = report.findings().iterator();
        for (Suite suite : suites.servers()) {
            suite(xml, suite);
            for (int i = 0; i < suite.findings(); i++) {
                test(xml, findings.next(), report);
            }
            for (Unreadable file : suite.unreadable()) {
                test(xml, file, report);
            }
            xml.end("testsuite");
        }
        xml.end("testsuites");
    }

    private static void rules(XmlText xml, List<Rule> passed) throws IOException {
        if (!passed.isEmpty()) {
            Suite suite = new Suite(CLASS);
            passed.forEach(rule -> suite.pass());
            suite(xml, suite);
            for (Rule rule : passed) {
                test(xml, rule.id(), "no finding").end("testcase");
            }
            xml.end("testsuite");
        }
    }

    private static void settings(XmlText xml, Entry.Settings settings) throws IOException {
        suite(xml, Suite.ofSettings());
        test(xml, settings.rule(), settings.spot().path());
        xml.start("skipped").attribute("message", settings.message());
        xml.end("skipped");
        xml.end("testcase");
        xml.end("testsuite");
    }

    private static void suite(XmlText xml, Suite suite) throws IOException {
        xml.start("testsuite").attribute("name", suite.name());
        numbers(xml, suite);
        xml.attribute("skipped", suite.skipped());
    }

    private static void numbers(XmlText xml, Suite suite) throws IOException {
        xml.attribute("tests", suite.tests());
        xml.attribute("failures", suite.failures());
        xml.attribute("errors", suite.errors());
    }

    private static XmlText test(XmlText xml, String rule, String name) throws IOException {
        return xml.start("testcase").attribute("classname", CLASS + "." + rule).attribute("name", name);
    }

    private static void test(XmlText xml, Finding finding, Report report) throws IOException {
        test(xml, finding.rule().id(), Entry.of(finding, report).spot().path() + " " + finding.fingerprint());
        if (finding.isReported()) {
            xml.start("failure").attribute("type", finding.severity().id());
            xml.attribute("message", Glyphs.clean(finding.message()));
            xml.end("failure", text(finding, report));
        } else {
            xml.start("skipped").attribute("message", PlainText.whyNotReported(finding));
            xml.end("skipped");
        }
        xml.end("testcase");
    }

    private static void test(XmlText xml, Unreadable file, Report report) throws IOException {
        String path = Entry.of(file, report).spot().path();
        String reason = Glyphs.clean(file.reason());
        test(xml, "unreadable", path);
        xml.start("error").attribute("type", "unreadable");
        xml.attribute("message", "Could not be audited: " + reason);
        xml.end("error", path + ": " + reason);
        xml.end("testcase");
    }

    /** GitLab shows nothing but this, so the place and the message are in it too. */
    private static String text(Finding finding, Report report) {
        StringBuilder text = new StringBuilder();
        Entry.Spot spot = Entry.of(finding, report).spot();
        text.append(spot.path()).append(':').append(spot.line());
        text.append(':').append(spot.column()).append(": ");
        text.append(finding.severity().id())
                .append('\n')
                .append(PlainText.message(finding))
                .append('\n');
        text.append("At: ").append(Paths.list(finding.paths(), MOST_PATHS)).append('\n');
        PlainText.causes(finding, report).forEach(cause -> text.append(cause).append('\n'));
        return text.toString();
    }
}
