package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A text in UTF-16 as UTF-8. Most of it is ASCII, of which every other byte counts. */
final class EncodedText extends InputStream {

    private static final int BLOCK = 1 << 16;

    private final InputStream in;

    /** Which byte of two is the higher one. */
    private final int high;

    private final byte[] wide = new byte[BLOCK];
    private final byte[] bytes = new byte[BLOCK / 2 * 3 + 2];
    private int at;
    private int end;
    private int kept;

    EncodedText(InputStream in, boolean isLittleEndian) {
        this.in = in;
        this.high = isLittleEndian ? 1 : 0;
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
        int count = Math.min(length, end - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    /** The first half of a character is kept for its second. */
    private boolean isMore() throws IOException {
        while (at == end) {
            int read = in.read(wide, kept, BLOCK - kept);
            int all = kept + Math.max(read, 0);
            if (all == 0) {
                return false;
            }
            int whole = read < 0 ? all : whole(all);
            at = 0;
            end = narrow(whole & ~1);
            kept = all - whole;
            System.arraycopy(wide, whole, wide, 0, kept);
        }
        return true;
    }

    private int whole(int all) {
        int even = all & ~1;
        boolean isHalf = even > 1 && (wide[even - 2 + high] & 0xFC) == 0xD8;
        return isHalf ? even - 2 : even;
    }

    /** How many bytes come of so many. */
    private int narrow(int whole) {
        byte[] from = wide;
        byte[] to = bytes;
        int offset = high;
        int count = 0;
        for (int i = 0; i < whole; i += 2) {
            byte low = from[i + 1 - offset];
            if (from[i + offset] == 0 && low >= 0) {
                to[count++] = low;
            } else {
                int letter = letter(i, whole);
                count += encode(letter, count);
                i += Character.charCount(letter) == 2 ? 2 : 0;
            }
        }
        return count;
    }

    /** The character at a place; a question mark for half a one, as Java has it. */
    private int letter(int place, int whole) {
        char unit = unit(place, whole);
        char second = Character.isHighSurrogate(unit) ? unit(place + 2, whole) : 0;
        if (Character.isLowSurrogate(second)) {
            return Character.toCodePoint(unit, second);
        }
        return Character.isSurrogate(unit) ? '?' : unit;
    }

    private char unit(int place, int whole) {
        return place + 1 < whole ? (char) (wide[place + high] << 8 | wide[place + 1 - high] & 0xFF) : '?';
    }

    private int encode(int letter, int place) {
        byte[] encoded = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, place, encoded.length);
        return encoded.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
