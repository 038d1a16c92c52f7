package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.io.IOException;
import java.io.Writer;

/**
 * A report to look at, in one file that asks nothing of anybody: its policy allows this one style sheet and this one script and no
 * request at all. Without the script all of the overview can be read, and as many findings as a page has room for; with it all
 * findings can be searched. They are in the page as compact JSON, written one by one.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
final class HtmlReporter implements Reporter {

    private final String version;

    HtmlReporter(Presentation presentation) {
        this.version = presentation.version();
    }

    @Override
    public void render(Report report, Writer out) throws IOException {
        HtmlSummary summary = new HtmlSummary();
        for (Finding finding : report.reported()) {
            summary.add(finding);
        }
        HtmlText html = new HtmlText(out);
        String title = "iisaudit: " + Headline.counts(report) + ", " + Headline.audited(report);
        HtmlPage page = new HtmlPage(title, HtmlPage.resource("report.css"), HtmlPage.resource("report.js"));
        page.write(html, out, () -> {
            new HtmlOverview(report, summary, html).write(version);
            HtmlData.write(report, html, out);
        });
    }
}
