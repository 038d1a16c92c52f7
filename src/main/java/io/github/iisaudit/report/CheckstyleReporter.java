package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;

/**
 * The XML of Checkstyle, which Jenkins, reviewdog and many editors read: errors by file, valid against
 * <a href="https://github.com/checkstyle/checkstyle/blob/master/config/checkstyle-report-1.0.0.xsd">its schema</a>. A format
 * that knows no state: findings that are suppressed or known from a baseline are left out, as whatever stands in it is taken
 * for a fault.
 */
final class CheckstyleReporter implements Reporter {

    /** The first version of Checkstyle that wrote this form; readers look for no other. */
    private static final String VERSION = "4.3";

    @Override
    public void render(Report report, Writer out) throws IOException {
        XmlText xml = new XmlText(out);
        xml.start("checkstyle").attribute("version", VERSION);
        findings(xml, report);
        for (Unreadable file : report.unreadable()) {
            xml.start("file").attribute("name", PlainText.path(file, report));
            unreadable(xml, file);
            xml.end("file");
        }
        if (report.leftOut().isPresent()) {
            settings(xml, report.leftOut().get(), report);
        }
        xml.end("checkstyle");
    }

    private static void findings(XmlText xml, Report report) throws IOException {
        String open = "";
        for (Finding finding : report.reported()) {
            String file = PlainText.path(finding, report);
            if (!file.equals(open)) {
                if (!open.isEmpty()) {
                    xml.end("file");
                }
                xml.start("file").attribute("name", file);
                open = file;
            }
            error(xml, finding);
        }
        if (!open.isEmpty()) {
            xml.end("file");
        }
    }

    private static void error(XmlText xml, Finding finding) throws IOException {
        Place place = finding.place();
        xml.start("error");
        if (place.line() > 0) {
            xml.attribute("line", place.line()).attribute("column", Math.max(1, place.column()));
        }
        xml.attribute("severity", severity(finding.severity()));
        xml.attribute("message", PlainText.message(finding));
        xml.attribute("source", "iisaudit." + finding.rule().id());
        xml.end("error");
    }

    private static void unreadable(XmlText xml, Unreadable file) throws IOException {
        PlainText.Reason reason = PlainText.reason(file);
        xml.start("error");
        if (reason.line() > 0) {
            xml.attribute("line", reason.line()).attribute("column", reason.column());
        }
        xml.attribute("severity", "error");
        xml.attribute("message", "Could not be audited: " + reason.text());
        xml.attribute("source", "iisaudit.unreadable");
        xml.end("error");
    }

    /** Readers drop comments, so it is an entry like the others. */
    private static void settings(XmlText xml, LeftOut settings, Report report) throws IOException {
        xml.start("file").attribute("name", PlainText.path(settings, report));
        xml.start("error").attribute("line", settings.line());
        xml.attribute("severity", severity(Severity.NOTE));
        xml.attribute("message", PlainText.sentence(settings));
        xml.attribute("source", "iisaudit." + PlainText.SETTINGS);
        xml.end("error");
        xml.end("file");
    }

    /** Checkstyle's word for a note is {@code info}. */
    private static String severity(Severity severity) {
        return severity == Severity.NOTE ? "info" : severity.id();
    }
}
