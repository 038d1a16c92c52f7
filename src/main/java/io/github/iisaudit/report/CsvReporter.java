package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Comma-separated values as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has them: a header, CRLF, no byte
 * order mark. A row for each finding, those too that do not count, then one for each finding of the baseline that is gone and
 * each file that was not audited, one for each server, and one for what the settings left out; {@code status} tells them apart. Columns are never renamed, moved or removed; new ones come
 * last.
 *
 * <p>A value that a spreadsheet would take for a formula has an apostrophe before it
 * (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>). No value has a line break in it.
 */
final class CsvReporter implements Reporter {

    private static final List<String> COLUMNS = List.of(
            "status",
            "severity",
            "confidence",
            "rule",
            "server",
            "file",
            "line",
            "column",
            "endLine",
            "endColumn",
            "paths",
            "message",
            "fix",
            "fingerprint",
            "baseline",
            "suppression",
            "reason");

    /** A cell of a spreadsheet holds 32,767 characters. */
    private static final int MOST_PATHS = 100;

    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public void render(Report report, Writer out) throws IOException {
        row(out, COLUMNS);
        ServerCounts counts = new ServerCounts();
        for (Finding finding : report.findings()) {
            row(out, finding(finding, report));
            if (finding.isReported()) {
                counts.add(finding);
            }
        }
        ServerRoots roots = new ServerRoots(report);
        for (Fixed fixed : report.fixed()) {
            row(out, fixed(fixed, roots.path(fixed)));
        }
        for (Unreadable file : report.unreadable()) {
            row(out, unreadable(file, report));
        }
        for (AuditedServer server : report.audited()) {
            row(out, server(server, counts.of(server.name())));
        }
        if (report.leftOut().isPresent()) {
            row(out, settings(report.leftOut().get(), report));
        }
    }

    private static List<String> finding(Finding finding, Report report) {
        Place place = finding.place();
        Suppression suppression = finding.suppression();
        return List.of(
                status(finding),
                finding.severity().id(),
                finding.confidence().id(),
                finding.rule().id(),
                finding.server(),
                PlainText.path(finding, report),
                Integer.toString(place.line()),
                Integer.toString(place.column()),
                Integer.toString(place.endLine()),
                Integer.toString(place.endColumn()),
                Paths.list(finding.paths(), MOST_PATHS),
                PlainText.problem(finding),
                finding.fix(),
                finding.fingerprint(),
                finding.baseline() == BaselineState.NONE ? "" : lower(finding.baseline()),
                suppression == null ? "" : lower(suppression.kind()),
                suppression == null ? "" : suppression.reason());
    }

    private static String status(Finding finding) {
        if (finding.isSuppressed()) {
            return "suppressed";
        }
        return finding.isReported() ? "reported" : "known";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> fixed(Fixed fixed, String path) {
        return List.of(
                "fixed",
                "",
                "",
                fixed.rule(),
                fixed.server(),
                path,
                "",
                "",
                "",
                "",
                "",
                fixed.what(),
                "",
                fixed.fingerprint(),
                "absent",
                "",
                "");
    }

    private static List<String> unreadable(Unreadable file, Report report) {
        PlainText.Reason reason = PlainText.reason(file);
        boolean hasPlace = reason.line() > 0;
        return List.of(
                "unreadable",
                "error",
                "",
                "",
                file.server(),
                PlainText.path(file, report),
                hasPlace ? Integer.toString(reason.line()) : "",
                hasPlace ? Integer.toString(reason.column()) : "",
                "",
                "",
                "",
                reason.text(),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> server(AuditedServer server, ServerCounts.Counts counts) {
        Overview overview = Overview.of(server);
        String message = overview.extent() + "; 401.1 (KB 2749007): " + overview.chances(false)
                + "; turning kernel mode off: " + overview.verdicts() + "; " + counts.words();
        List<String> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        row.set(COLUMNS.indexOf("status"), "server");
        row.set(COLUMNS.indexOf("server"), server.name());
        row.set(COLUMNS.indexOf("message"), message);
        return row;
    }

    private static List<String> settings(LeftOut settings, Report report) {
        List<String> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        row.set(COLUMNS.indexOf("status"), "settings");
        row.set(COLUMNS.indexOf("severity"), Severity.NOTE.id());
        row.set(COLUMNS.indexOf("file"), PlainText.path(settings, report));
        row.set(COLUMNS.indexOf("line"), Integer.toString(settings.line()));
        row.set(COLUMNS.indexOf("message"), PlainText.sentence(settings));
        return row;
    }

    private static void row(Writer out, List<String> values) throws IOException {
        String separator = "";
        for (String value : values) {
            out.append(separator).write(cell(Glyphs.clean(value)));
            separator = ",";
        }
        out.write("\r\n");
    }

    private static String cell(String value) {
        String cell = isFormula(value) ? "'" + value : value;
        boolean isQuoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
        return isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Spaces before it do not help: some programs drop them. */
    private static boolean isFormula(String value) {
        String stripped = value.strip();
        return !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
    }
}
