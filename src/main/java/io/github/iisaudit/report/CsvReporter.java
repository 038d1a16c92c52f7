package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        for (Entry entry : Entry.all(report)) {
            row(out, cells(entry));
            if (entry instanceof Entry.Found found && found.finding().isReported()) {
                counts.add(found.finding());
            }
        }
        for (AuditedServer server : report.audited()) {
            row(out, server(server, counts.of(server.name())));
        }
        Optional<Entry.Settings> settings = Entry.settings(report);
        if (settings.isPresent()) {
            row(out, cells(settings.get()));
        }
    }

    private static Map<String, String> cells(Entry entry) {
        Entry.Spot spot = entry.spot();
        Map<String, String> cells = new HashMap<>();
        cells.put("status", entry.rule());
        cells.put("severity", entry.severity().id());
        cells.put("server", spot.server());
        cells.put("file", spot.path());
        cells.put("line", spot.line() > 0 ? Integer.toString(spot.line()) : "");
        cells.put("message", entry.message());
        if (entry instanceof Entry.Found found) {
            finding(cells, found.finding());
        } else if (entry instanceof Entry.Fixed fixed) {
            cells.putAll(Map.of("status", "fixed", "severity", "", "rule", fixed.rule()));
            cells.putAll(Map.of("fingerprint", fixed.fingerprint(), "baseline", "absent"));
        } else if (entry instanceof Entry.Unreadable file) {
            cells.put("message", file.reason());
            cells.put("column", spot.line() > 0 ? Integer.toString(spot.column()) : "");
        }
        return cells;
    }

    private static void finding(Map<String, String> cells, Finding finding) {
        Place place = finding.place();
        cells.put("status", status(finding));
        cells.put("confidence", finding.confidence().id());
        cells.put("rule", finding.rule().id());
        cells.put("line", Integer.toString(place.line()));
        cells.put("column", Integer.toString(place.column()));
        cells.put("endLine", Integer.toString(place.endLine()));
        cells.put("endColumn", Integer.toString(place.endColumn()));
        cells.put("paths", Paths.list(finding.paths(), MOST_PATHS));
        cells.put("message", PlainText.problem(finding));
        cells.put("fix", finding.fix());
        cells.put("fingerprint", finding.fingerprint());
        cells.put("baseline", finding.baseline() == BaselineState.NONE ? "" : lower(finding.baseline()));
        Suppression suppression = finding.suppression();
        if (suppression != null) {
            cells.put("suppression", lower(suppression.kind()));
            cells.put("reason", suppression.reason());
        }
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

    private static Map<String, String> server(AuditedServer server, ServerCounts.Counts counts) {
        Overview overview = Overview.of(server);
        String message = overview.extent() + "; 401.1 (KB 2749007): " + overview.chances(false)
                + "; turning kernel mode off: " + overview.verdicts() + "; " + counts.words();
        return Map.of("status", "server", "server", server.name(), "message", message);
    }

    private static void row(Writer out, Map<String, String> cells) throws IOException {
        row(out, COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList());
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
