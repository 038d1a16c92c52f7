package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    @Timeout(10)
    void placesOfALineAsLongAsAFileAreTheSameInAnotherReading() {
        String once = "x".repeat(16_000_000);
        String again = "x".repeat(16_000_000);
        Set<Finding.Place> places = new HashSet<>();
        for (int column = 1; column <= 100_000; column++) {
            places.add(at(column, once));
        }
        for (int column = 1; column <= 100_000; column++) {
            assertThat(places.contains(at(column, again))).isTrue();
        }
        assertThat(places).doesNotContain(at(1, "y"), at(100_001, once));
    }

    private static Finding.Place at(int column, String lineText) {
        return new Finding.Place("web.config", 1, column, 1, column + 1, lineText, "");
    }

    private static String line(String text) {
        Span span = new Span(new SourceText("web.config", text), 0, 1);
        return Finding.Place.of(span, "").lineText();
    }
}
