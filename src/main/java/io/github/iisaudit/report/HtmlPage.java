package io.github.iisaudit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page in one file that asks nothing of anybody: its policy allows its one style sheet, its one script if it has one, and no request
 * at all.
 *
 * @param script empty for none
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
record HtmlPage(String title, String style, String script) {

    /** Writes it around what is in its body. */
    void write(HtmlText html, Writer out, HtmlText.Content body) throws IOException {
        out.write("<!doctype html>\n");
        html.begin("html", "lang", "en");
        html.element("head", () -> head(html)).line();
        html.element("body", () -> {
            body.write();
            if (!script.isEmpty()) {
                html.line().own("script", script);
            }
        });
        html.end().line();
    }

    private void head(HtmlText html) throws IOException {
        html.line().empty("meta", "charset", "utf-8");
        String scripts = script.isEmpty() ? "" : "; script-src " + hash(script);
        String policy =
                "default-src 'none'; style-src " + hash(style) + scripts + "; base-uri 'none'; form-action 'none'";
        html.line().empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.line().empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.line().empty("meta", "name", "referrer", "content", "no-referrer");
        html.line().element("title", title);
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

    /** A style sheet or script of the program's own. */
    static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
