package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStringTest {

    private static String json(String value) throws IOException {
        StringWriter out = new StringWriter();
        JsonText json = new JsonText(LogWriter.before(out));
        json.document(() -> {
            json.field("a", value);
            json.strings("b", List.of(value));
        });
        return out.toString();
    }

    @Test
    void whatReadersOfALogObeyIsWrittenByItsNumber() throws IOException {
        assertThat(json("\u0085\u009B31m \u202E\u2066\u200F\u061C \u2028 \uD800 \u001B"))
                .contains("\\u0085\\u009B31m \\u202E\\u2066\\u200F\\u061C \\u2028 \\uD800 \\u001B");
        assertThat(json("##[error]a ##vso[a.b] #\u200D#[x]"))
                .contains("##\\u005Berror]a ##vso\\u005Ba.b] #\\u200D#\\u005Bx]");
        assertThat(json("## Heading\n- C# [a] \u00E4 \"q\" \\ 'x'"))
                .contains("## Heading\\n- C# [a] \u00E4 \\\"q\\\" \\\\ 'x'");
    }

    @Test
    void itMeansTheSameAsBefore() throws IOException {
        String all =
                "##vso[a]\r\n\t\"\\ \u0000\u001B\u007F\u0085\u009B\u2028\u202E#\uFE0F#[b] \uD83D\uDE00 \uDB40\uDC01 \uD800";
        try (JsonParser parser = new JsonFactory().createParser(json(all))) {
            parser.nextToken();
            parser.nextToken();
            assertThat(parser.nextTextValue()).isEqualTo(all);
            parser.nextToken();
            parser.nextToken();
            assertThat(parser.nextTextValue()).isEqualTo(all);
        }
    }
}
