package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a text in UTF-8 one by one, as bytes where they were read to: most are passed over. Of a line that is longer than any
 * should be only the beginning is kept.
 */
final class LdifLines {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[2 * CHUNK];
    private int start;
    private int end;
    private int at;

    /** How far the line is known to be letters. */
    private int letters;

    private int limit;
    private int fresh;
    private long number;
    private boolean isEnded = true;

    LdifLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next one; false where there is none. */
    boolean next() throws IOException {
        start = at;
        if (at == limit && !more()) {
            return false;
        }
        number++;
        letters = letters(start);
        int stop = stop(letters);
        while (stop == limit && more()) {
            stop = stop(fresh);
        }
        isEnded = stop < limit;
        at = Math.min(stop, limit);
        end = Math.min(at, start + Lines.LONGEST);
        if (isEnded) {
            passEnd();
        }
        return true;
    }

    /** Where something stands that is no letter, at the latest where no more was read. */
    private int letters(int from) {
        byte[] all = bytes;
        int last = limit;
        int i = from;
        while (i < last && all[i] > ';') {
            i++;
        }
        return i;
    }

    /** Where the line ends, or where no more was read. */
    private int stop(int from) {
        byte[] all = bytes;
        int last = limit;
        for (int i = from; i < last; i++) {
            byte letter = all[i];
            if (letter <= '\r' && (letter == '\n' || letter == '\r')) {
                return i;
            }
        }
        return last;
    }

    private void passEnd() throws IOException {
        boolean isReturn = bytes[at] == '\r';
        at++;
        if (isReturn && at == limit) {
            int length = end - start;
            more();
            end = start + length;
            at = fresh;
        }
        if (isReturn && at < limit && bytes[at] == '\n') {
            at++;
        }
    }

    /** Reads more behind what there is of the line, which moves to the front. */
    private boolean more() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        letters = Math.max(0, letters - start);
        limit = Math.min(limit - start, Lines.LONGEST + 2);
        start = 0;
        at = limit;
        fresh = limit;
        if (bytes.length - limit < CHUNK) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(read, 0);
        return read > 0;
    }

    /** The bytes that the line is among, from {@link #start} to {@link #end}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Where the name of an attribute ends that is of letters only; -1 where the line begins with none. */
    int colon() {
        return letters < end && bytes[letters] == ':' ? letters : -1;
    }

    /** Where the name of an attribute ends that the line begins with, of letters or not. */
    int nameEnd() {
        int stop = Math.min(letters, end);
        while (stop < end && bytes[stop] != ':' && bytes[stop] != ';' && bytes[stop] > ' ') {
            stop++;
        }
        return stop;
    }

    /** Whether the line that follows may belong to this one: it does not where it is there and begins with no blank. */
    boolean mayGoOn() {
        return at == limit || bytes[at] == ' ' || bytes[at] == '\t';
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if ((bytes[i] & 0xFF) > ' ') {
                return false;
            }
        }
        return true;
    }

    String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    boolean startsWithAny(List<String> several) {
        for (String each : several) {
            if (startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    boolean startsWith(String ascii) {
        if (end - start < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[start + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where a character of ASCII stands for the first time from a place on; -1 where it does not. */
    int indexOf(char ascii, int from) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == ascii) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the last one, from 1. */
    long number() {
        return number;
    }

    /** Whether the last one had an end, as all have that a program wrote in full. */
    boolean isEnded() {
        return isEnded;
    }
}
