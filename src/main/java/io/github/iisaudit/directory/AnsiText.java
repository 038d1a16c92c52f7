package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-8. What is none there is a letter of the code page of Windows for Western Europe, in which csvde writes without -u.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/cc732101(v=ws.11)">csvde</a>
 */
final class AnsiText extends Reader {

    private static final Charset ANSI = Charset.forName("windows-1252");

    private final InputStream in;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).limit(0);
    private boolean isEnded;

    AnsiText(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == offset && chars.hasRemaining() && (bytes.hasRemaining() || !isEnded)) {
            CoderResult result = utf8.decode(bytes, chars, isEnded);
            if (result.isUnderflow()) {
                fill();
            } else if (result.isMalformed()) {
                chars.put(ANSI.decode(bytes.slice().limit(1)));
                bytes.position(bytes.position() + 1);
            } else if (chars.position() == offset) {
                throw new IllegalArgumentException("no room for one character");
            }
        }
        int read = chars.position() - offset;
        return read == 0 && length > 0 ? -1 : read;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        isEnded = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
