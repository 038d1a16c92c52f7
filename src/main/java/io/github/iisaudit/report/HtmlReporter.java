package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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
        String style = resource("report.css");
        String script = resource("report.js");
        HtmlText html = new HtmlText(out);
        out.write("<!doctype html>\n");
        html.begin("html", "lang", "en");
        html.element("head", () -> head(report, html, style, script)).line();
        html.element("body", () -> {
            new HtmlOverview(report, summary, html).write(version);
            HtmlData.write(report, html, out);
            html.line().own("script", script);
        });
        html.end().line();
    }

    private static void head(Report report, HtmlText html, String style, String script) throws IOException {
        html.line().empty("meta", "charset", "utf-8");
        String policy = "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
        html.line().empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.line().empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.line().empty("meta", "name", "referrer", "content", "no-referrer");
        html.line().element("title", "iisaudit: " + Headline.counts(report) + ", " + Headline.audited(report));
        html.line().own("style", style).line();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReporter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
