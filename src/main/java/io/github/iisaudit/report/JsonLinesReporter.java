package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.io.IOException;
import java.io.Writer;

/**
 * The findings of the project's own JSON, those too that do not count, each in a line of its own and nothing else, so that the
 * outputs of several runs can be put together, sorted and compared (<a href="https://jsonlines.org/">JSON Lines</a>).
 */
final class JsonLinesReporter implements Reporter {

    @Override
    public void render(Report report, Writer out) throws IOException {
        JsonText json = JsonText.lines(out);
        for (Finding finding : report.findings()) {
            json.line(() -> JsonReporter.finding(json, finding));
        }
        json.close();
    }
}
