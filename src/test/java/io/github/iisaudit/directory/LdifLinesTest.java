package io.github.iisaudit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as bytes, wherever reads end. */
class LdifLinesTest {

    /** Gives a few bytes at a time. */
    private static InputStream slow(String text, int most) {
        return slow(text.getBytes(StandardCharsets.UTF_8), most);
    }

    private static InputStream slow(byte[] text, int most) {
        return new ByteArrayInputStream(text) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, most));
            }
        };
    }

    private static List<String> lines(InputStream in) {
        LdifLines lines = new LdifLines(in);
        List<String> all = new ArrayList<>();
        try {
            while (lines.next()) {
                int length = lines.end() - lines.start();
                all.add(new String(lines.bytes(), lines.start(), length, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    @Test
    void anyEndOfALineIsOneWhereverAReadEnds() {
        for (int most = 1; most < 8; most++) {
            assertThat(lines(slow("one\r\ntwo\n\r\n\rthree\r\rfour", most)))
                    .as("%d bytes at a time", most)
                    .containsExactly("one", "two", "", "", "three", "", "four");
        }
    }

    @Test
    void aLineMayBeLongerThanWhatIsReadAtOnce() {
        String line = "ü".repeat(200_000);
        assertThat(lines(slow(line + "\n" + line + "\nend", 1 << 16))).containsExactly(line, line, "end");
    }

    @Test
    void ofALineThatIsNoneOnlyTheBeginningIsKept() {
        for (int length : List.of(5_000_000, Lines.LONGEST, Lines.LONGEST + 1, Lines.LONGEST + 65_536)) {
            List<String> lines = lines(slow("x".repeat(length) + "\r\nend\n" + "y".repeat(length), 1 << 16));
            assertThat(lines).as("%d", length).hasSize(3);
            assertThat(lines.get(0)).hasSize(Lines.LONGEST);
            assertThat(lines.get(1)).isEqualTo("end");
            assertThat(lines.get(2)).hasSize(Lines.LONGEST).startsWith("y");
        }
    }

    @Test
    void otherCharactersAreThoseOfUtf8() throws IOException {
        for (int length : List.of(5, 32_766, 32_767)) {
            String start = "x".repeat(length) + "\u00E9\u20AC\uD83D\uDD11";
            String text = (start + "\uDD11").repeat(3) + "\uD83D";
            String expected = (start + "?").repeat(3) + "?";
            for (boolean isLittle : List.of(true, false)) {
                InputStream wide = slow(wide(text, isLittle), length);
                assertThat(new String(new EncodedText(wide, isLittle).readAllBytes(), StandardCharsets.UTF_8))
                        .as("%d", length)
                        .isEqualTo(expected);
            }
        }
    }

    /** With half a character at the end. */
    private static byte[] wide(String text, boolean isLittle) {
        byte[] bytes = new byte[2 * text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i + (isLittle ? 0 : 1)] = (byte) text.charAt(i);
            bytes[2 * i + (isLittle ? 1 : 0)] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }
}
