package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    private final SourceText source = new SourceText("web.config", "a\nbc\r\nd\re😀f\n");

    @Test
    void a_line_ends_at_lf_crlf_or_cr() {
        assertThat(source.lineText(1)).isEqualTo("a");
        assertThat(source.lineText(2)).isEqualTo("bc");
        assertThat(source.lineText(3)).isEqualTo("d");
        assertThat(source.lineText(4)).isEqualTo("e😀f");
        assertThat(source.lineText(5)).isEmpty();
    }

    @Test
    void a_line_that_is_not_there_is_empty() {
        assertThat(source.lineText(0)).isEmpty();
        assertThat(source.lineText(6)).isEmpty();
    }

    @Test
    void a_place_is_a_line_and_a_column_of_utf_16_code_units() {
        int f = source.text().indexOf('f');
        assertThat(source.line(f)).isEqualTo(4);
        assertThat(source.column(f)).isEqualTo(4);
        assertThat(new Span(source, f, f + 1)).hasToString("web.config:4:4");
    }

    @Test
    void the_end_of_the_text_is_a_place_too() {
        assertThat(new Span(source, source.text().length(), source.text().length()))
                .hasToString("web.config:5:1");
    }

    @Test
    void a_fact_about_it_is_worked_out_once_for_each_question() {
        assertThat(source.fact("lines", () -> 5).intValue()).isEqualTo(5);
        assertThat(source.fact("lines", () -> 6).intValue()).isEqualTo(5);
        assertThat(source.fact("words", () -> 7).intValue()).isEqualTo(7);
    }

    @Test
    void a_line_without_those_around_it_keeps_its_number() {
        SourceText line = SourceText.ofLine("a.config", 7, "<add x='1'/>");
        assertThat(line.line(5)).isEqualTo(7);
        assertThat(line.column(5)).isEqualTo(6);
        assertThat(line.offset(7, 6)).isEqualTo(5);
        assertThat(line.lineText(7)).isEqualTo("<add x='1'/>");
        assertThat(line.shownLine(7)).isEqualTo("<add x='1'/>");
        assertThat(line.lineText(1)).isEmpty();
        assertThat(line.lineText(8)).isEmpty();
    }

    @Test
    void an_offset_is_found_again_from_its_line_and_column() {
        for (int offset = 0; offset <= source.text().length(); offset++) {
            assertThat(source.offset(source.line(offset), source.column(offset)))
                    .isEqualTo(offset);
        }
        assertThat(source.offset(-1, -1)).isEqualTo(source.text().length());
        assertThat(source.offset(9, 1)).isEqualTo(source.text().length());
        assertThat(source.offset(5, 99)).isEqualTo(source.text().length());
    }

    @Test
    void secretsOfLongTextsWithoutTagsAreHiddenInEachLineToo() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            text.append("  - path: \"a")
                    .append(i)
                    .append("/**\"\n    reason: Password=abc")
                    .append(i)
                    .append(";\n");
        }
        SourceText source = new SourceText("settings.yml", text.toString());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 9_000; i++) {
                assertThat(source.shownLine(2 * i + 1)).isEqualTo("  - path: \"a" + i + "/**\"");
                String stars = "*".repeat(3 + String.valueOf(i).length());
                assertThat(source.shownLine(2 * i + 2)).isEqualTo("    reason: Password=" + stars + ";");
            }
        });
    }

    @Test
    void aSecretThatBeginsFarBeforeALineIsHiddenInIt() {
        String value = "x\n".repeat(10_000);
        SourceText source = new SourceText("web.config", "<a password=\"" + value + "\"/>");
        assertThat(source.shownLine(5_000)).isEqualTo("*");
        assertThat(source.shownLine(10_000)).isEqualTo("*");
    }
}
