package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** A page holds all of a report, asks nothing of anybody, and whatever is in the report is text in it. */
class HtmlReporterTest {

    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'&<!--\u202E";

    private static Report report(String text) {
        Finding.Place place = Sample.marked(text + "/web.config", 7, "  [<a b='" + text + "']/>");
        return Sample.report(
                1,
                List.of(new Report.Unreadable(text, text, text, text)),
                List.of(text),
                Sample.of("some-rule", Severity.ERROR)
                        .at(Sample.labelled(place, text))
                        .message(text)
                        .fix(text)
                        .paths(text, "Site")
                        .via(place, text)
                        .note(text, text),
                Sample.of("other-rule", Severity.NOTE));
    }

    private static String page(Report report) throws IOException {
        StringWriter out = new StringWriter();
        Format.HTML.reporter(Presentation.plain("1")).render(report, out);
        return out.toString();
    }

    private static String part(String page, String regex) {
        Matcher part = Pattern.compile(regex, Pattern.DOTALL).matcher(page);
        assertThat(part.find()).as(regex).isTrue();
        return part.group(1);
    }

    @Test
    void its_policy_allows_its_own_style_and_script_and_nothing_else() throws Exception {
        String page = page(report("it"));
        String policy =
                part(page, "Content-Security-Policy\" content=\"([^\"]*)\"").replace("&#39;", "'");
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src " + hash(part(page, "<style>(.*?)</style>"))
                        + "; script-src " + hash(part(page, "<script>(.*?)</script>"))
                        + "; base-uri 'none'; form-action 'none'");
        assertThat(page).doesNotContain(" style=\"", " onclick", " src=", "<link", "@import", "url(");
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    @Test
    void every_finding_can_be_read_without_the_script_and_is_in_its_data() throws IOException {
        String page = page(report("it"));
        String readable = part(page, "<div class=\"nojs\">(.*?)</div>\n<h2>Why");
        String data = part(page, "id=\"data\" data-packed=\"false\">(.*?)</script>");
        int count = 0;
        for (var finding : report("it").reported()) {
            assertThat(data).contains("\"" + finding.fingerprint() + "\"]");
            count++;
        }
        assertThat(readable.split("<details", -1)).hasSize(count + 1);
        assertThat(count).isPositive();
    }

    @Test
    void many_findings_are_packed_and_each_is_there() throws Exception {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(Sample.of("some-rule", Severity.NOTE)
                    .message("message " + i % 1000)
                    .paths("Site" + i)
                    .finding());
        }
        String page = page(Sample.report(1, List.of(), List.of(), many));
        byte[] packed = Base64.getDecoder().decode(part(page, "data-packed=\"true\">(.*?)</script>"));
        String data = new String(
                new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(data.lines().filter(line -> line.startsWith("[0,") || line.startsWith("[2,")))
                .hasSize(3000);
        assertThat(data)
                .contains("\"Site0\"", "\"Site2999\"", "\"message 999\"")
                .endsWith("\n]");
        assertThat(page.split("<details", -1).length).isLessThan(100);
    }

    @Test
    void what_is_hostile_in_a_report_is_text() throws IOException {
        String page = page(report(HOSTILE));
        assertThat(page).doesNotContain("<img", "\u202E").contains("&lt;img src=x", "\\u003Cimg src=x");
        assertThat(page.split("</script>", -1)).hasSize(3);
    }
}
