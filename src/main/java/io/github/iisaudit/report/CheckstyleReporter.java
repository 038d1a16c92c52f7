package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

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
        @Nullable String open = null;
        for (Entry entry : Entry.counting(report)) {
            String file = entry.spot().path();
            if (!(entry instanceof Entry.Found && file.equals(open))) {
                close(xml, open);
                xml.start("file").attribute("name", file);
                open = file;
            }
            error(xml, entry);
        }
        close(xml, open);
        xml.end("checkstyle");
    }

    private static void close(XmlText xml, @Nullable String file) throws IOException {
        if (file != null) {
            xml.end("file");
        }
    }

    private static void error(XmlText xml, Entry entry) throws IOException {
        Entry.Spot spot = entry.spot();
        xml.start("error");
        if (spot.line() > 0) {
            xml.attribute("line", spot.line());
            if (!(entry instanceof Entry.Settings)) {
                xml.attribute("column", Math.max(1, spot.column()));
            }
        }
        xml.attribute("severity", severity(entry.severity()));
        xml.attribute("message", entry.message());
        xml.attribute("source", "iisaudit." + entry.rule());
        xml.end("error");
    }

    /** Checkstyle's word for a note is {@code info}. */
    private static String severity(Severity severity) {
        return severity == Severity.NOTE ? "info" : severity.id();
    }
}
