package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE"})
    void everyCharacterOfALongLineHasItsBytes(String name) {
        Charset charset = Charset.forName(name);
        String text = "\uFEFF<a>\n<!--" + "é😀x".repeat(1_500) + "-->\n</a>";
        EncodedText encoded = EncodedText.of("a.config", text.getBytes(charset)).orElseThrow();
        String seen = encoded.source().text();
        int mark = text.getBytes(charset).length - seen.getBytes(charset).length;
        for (int i = 0; i < seen.length(); i++) {
            if (!Character.isLowSurrogate(seen.charAt(i))) {
                assertThat(encoded.byteOffset(i))
                        .isEqualTo(mark + seen.substring(0, i).getBytes(charset).length);
            }
        }
    }
}
