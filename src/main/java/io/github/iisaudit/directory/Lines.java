package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text one by one, whatever ends them. Of a line that is longer than any should be only the beginning is kept. */
final class Lines {

    /** Longer ones are no names, and a value of this length is none that is wanted. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private long number;
    private boolean isEnded = true;

    Lines(Reader text) {
        this.text = text;
    }

    /** The next one, valid until the next call; null at the end. */
    @Nullable
    StringBuilder next() throws IOException {
        line.setLength(0);
        if (!isMore()) {
            return null;
        }
        number++;
        isEnded = false;
        while (!isEnded && isMore()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
                stop++;
            }
            keep(stop);
            at = stop;
            isEnded = stop < end;
        }
        passEnd();
        return line;
    }

    private void keep(int stop) {
        int room = LONGEST - line.length();
        line.append(buffer, at, Math.min(room, stop - at));
    }

    private void passEnd() throws IOException {
        if (isMore() && buffer[at] == '\r') {
            at++;
        }
        if (isEnded && isMore() && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean isMore() throws IOException {
        if (at == end) {
            end = Math.max(0, text.read(buffer, 0, BUFFER));
            at = 0;
        }
        return at < end;
    }

    /** The number of the last one, from 1. */
    long number() {
        return number;
    }

    /** Whether the last one had an end, as all have that a program wrote in full. */
    boolean isEnded() {
        return isEnded;
    }

    /** Whether there is nothing in it but blanks. */
    static boolean isBlank(CharSequence line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }
}
