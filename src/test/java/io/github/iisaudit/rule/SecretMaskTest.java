package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecretMaskTest {

    private static final Pattern SECRET = Pattern.compile(
            "(?:password|pwd|decryptionKey|validationKey|AccountKey|SharedAccessKey)\\s*=\\s*"
                    + "(?:\"([^\"]*)\"|'([^']*)'|([^;\"'<>\\s][^;\"'<>]*))",
            Pattern.CASE_INSENSITIVE);

    private static final String[] PIECES = {
        "password", "Pwd", "x", " ", "\n", "=", "=", "\"", "\"", "'", ";", "<", ">", "[enc:a:]", "DecryptionKey", "1"
    };

    @Test
    void hides_values_of_attributes_and_parts_of_connection_strings() {
        assertThat(SecretMask.mask("<a password = \"p=1\" userName='u' Pwd='x'/>"))
                .isEqualTo("<a password = \"***\" userName='u' Pwd='*'/>");
        assertThat(SecretMask.mask("Server=s;PWD=a b\nc;User=u")).isEqualTo("Server=s;PWD=***\n*;User=u");
        assertThat(SecretMask.mask("<a password=\"[enc:x:y]\" validationKey=\"\"/>"))
                .isEqualTo("<a password=\"[enc:x:y]\" validationKey=\"\"/>");
    }

    @Test
    void leaves_a_text_without_secrets_as_it_is() {
        String text = "<a password='' name=\"password\"/>";

        assertThat(SecretMask.mask(text)).isEqualTo(text);
        assertThat(SecretMask.mask("a=1")).isSameAs("a=1");
    }

    @Test
    void finds_what_a_pattern_finds() {
        Random random = new Random(20_260_303);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(16); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(SecretMask.mask(text.toString())).isEqualTo(byPattern(text.toString()));
        }
    }

    private static String byPattern(String text) {
        Matcher secrets = SECRET.matcher(text);
        StringBuilder safe = new StringBuilder(text);
        while (secrets.find()) {
            for (int group = 1; group <= secrets.groupCount(); group++) {
                if (secrets.group(group) != null && !secrets.group(group).startsWith("[enc:")) {
                    String stars = secrets.group(group).replaceAll("[^\r\n]", "*");
                    safe.replace(secrets.start(group), secrets.end(group), stars);
                }
            }
        }
        return safe.toString();
    }
}
