package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void secretsBecomeStarsHoweverTheyAreWritten() {
        assertThat(line("<add password=\"abc\" />")).isEqualTo("<add password=\"***\" />");
        assertThat(line("<add userPassword = 'a b' />")).isEqualTo("<add userPassword = '***' />");
        assertThat(line("connectionString=\"Server=x;PWD=abc;\"")).isEqualTo("connectionString=\"Server=x;PWD=***;\"");
        assertThat(line("<k validationKey\t=\t\"AB\" decryptionKEY=\"CD\" />"))
                .isEqualTo("<k validationKey\t=\t\"**\" decryptionKEY=\"**\" />");
        assertThat(line("AccountKey=ab==;SharedAccessKey=x")).isEqualTo("AccountKey=****;SharedAccessKey=*");
    }

    @Test
    void whatOnlyLooksLikeASecretStays() {
        for (String text : new String[] {
            "enabled=\"true\" mode=\"x\"",
            "key=\"y\" id=\"d\"",
            "password",
            "=",
            " = ",
            "d=",
            "password=\"[enc:x:eHg=:enc]\""
        }) {
            assertThat(line(text)).isEqualTo(text);
        }
    }

    private static String line(String text) {
        Span span = new Span(new SourceText("web.config", text), 0, 1);
        return Finding.Place.of(span, "").lineText();
    }
}
