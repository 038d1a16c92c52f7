package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import java.io.IOException;
import java.io.Writer;

/**
 * A line for each finding that counts and for each file that was not audited, as compilers write them: {@code file:line:column:
 * severity[rule]: message}. Editors and {@code grep} read it.
 */
final class ConciseReporter implements Reporter {

    @Override
    public void render(Report report, Writer out) throws IOException {
        for (Finding finding : report.reported()) {
            Place place = finding.place();
            boolean isSure = finding.confidence() == Confidence.HIGH;
            String sure = isSure ? "" : " (" + finding.confidence().id() + " confidence)";
            String grade = finding.severity().id() + "[" + finding.rule().id() + "]" + sure;
            line(
                    out,
                    PlainText.path(finding, report) + position(place.line(), place.column()),
                    grade,
                    message(finding));
        }
        for (Unreadable file : report.unreadable()) {
            PlainText.Reason reason = PlainText.reason(file);
            String place = PlainText.path(file, report) + position(reason.line(), reason.column());
            line(out, place, "error", "could not be audited: " + reason.text());
        }
        if (report.leftOut().isPresent()) {
            LeftOut settings = report.leftOut().get();
            String place = PlainText.path(settings, report) + position(settings.line(), 1);
            line(out, place, "note", PlainText.sentence(settings));
        }
    }

    private static String position(int line, int column) {
        return line > 0 ? ":" + line + ":" + column : "";
    }

    private static String message(Finding finding) {
        return Paths.list(finding.paths(), 3) + ": " + finding.message();
    }

    private static void line(Writer out, String place, String grade, String message) throws IOException {
        out.write(Glyphs.clean(place) + ": " + grade + ": " + Glyphs.clean(message) + "\n");
    }
}
