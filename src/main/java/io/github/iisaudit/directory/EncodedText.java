package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A text of other characters as UTF-8. */
final class EncodedText extends InputStream {

    private final Reader text;
    private final char[] chars = new char[1 << 14];
    private byte[] bytes = new byte[0];
    private int at;
    private int kept;

    EncodedText(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return isMore() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!isMore()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    /** The first half of a character is kept for its second. */
    private boolean isMore() throws IOException {
        while (at == bytes.length) {
            int read = text.read(chars, kept, chars.length - kept);
            int end = kept + Math.max(read, 0);
            if (end == 0) {
                return false;
            }
            boolean isHalf = read > 0 && Character.isHighSurrogate(chars[end - 1]);
            int whole = isHalf ? end - 1 : end;
            bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
            at = 0;
            kept = end - whole;
            chars[0] = isHalf ? chars[end - 1] : chars[0];
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
