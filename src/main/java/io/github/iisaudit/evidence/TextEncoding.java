package io.github.iisaudit.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a text is written: what its byte order mark says, else UTF-16 where every other byte is zero, else bytes as they are. */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 3),
    UTF_16LE(StandardCharsets.UTF_16LE, 2),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    UNMARKED_UTF_16LE(StandardCharsets.UTF_16LE, 0),
    UNMARKED(StandardCharsets.UTF_8, 0);

    private final Charset charset;
    private final int mark;

    TextEncoding(Charset charset, int mark) {
        this.charset = charset;
        this.mark = mark;
    }

    static TextEncoding of(byte[] head) {
        if (at(head, 0) == 0xEF && at(head, 1) == 0xBB && at(head, 2) == 0xBF) {
            return UTF_8;
        } else if (at(head, 0) == 0xFF && at(head, 1) == 0xFE) {
            return UTF_16LE;
        } else if (at(head, 0) == 0xFE && at(head, 1) == 0xFF) {
            return UTF_16BE;
        }
        boolean isWide = at(head, 0) > 0 && at(head, 1) == 0 && at(head, 2) > 0 && at(head, 3) == 0;
        return isWide ? UNMARKED_UTF_16LE : UNMARKED;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    /** The text of the first bytes, the last character of which may be broken. */
    String text(byte[] head) {
        int length = Math.max(0, head.length - mark);
        return new String(head, head.length - length, length, charset);
    }

    /** The characters of a whole text. */
    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    /** The same text in a code of which ASCII characters are single bytes, without a mark. */
    InputStream narrow(InputStream in) throws IOException {
        if (charset == StandardCharsets.UTF_8) {
            in.skipNBytes(mark);
            return in;
        }
        return new Narrow(reader(in));
    }

    private static final class Narrow extends InputStream {

        private final Reader text;
        private final CharBuffer characters = CharBuffer.allocate(1 << 14);
        private InputStream bytes = new ByteArrayInputStream(new byte[0]);

        Narrow(Reader text) {
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = bytes.read(into, from, length);
            if (read < 0 && text.read(characters) >= 0) {
                characters.flip();
                bytes = new ByteArrayInputStream(characters.toString().getBytes(StandardCharsets.UTF_8));
                characters.clear();
                return read(into, from, length);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
