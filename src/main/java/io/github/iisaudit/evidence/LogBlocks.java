package io.github.iisaudit.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes a log apart into blocks of whole lines, so that several can be read at the same time.
 */
final class LogBlocks {

    /** No row of IIS is nearly as long: a field is cut at 4,096 bytes. */
    static final int SIZE = 1 << 20;

    private static final long DAY = 86_400_000L;

    private final InputStream in;
    private byte[] rest = new byte[0];
    private boolean isOver;

    LogBlocks(InputStream in) {
        this.in = in;
    }

    /** Fills the next block, and says how much of it; empty at the end. */
    Optional<Integer> next(byte[] bytes) throws IOException, UnreadableEvidenceException {
        if (isOver) {
            return Optional.empty();
        }
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int read = in.readNBytes(bytes, rest.length, bytes.length - rest.length);
        int filled = rest.length + read;
        isOver = filled < bytes.length;
        int end = isOver ? filled : lastLine(bytes, filled);
        if (end == 0 && !isOver) {
            throw new UnreadableEvidenceException("a line is longer than " + SIZE / 1024 + " KB: no log of IIS");
        }
        rest = Arrays.copyOfRange(bytes, end, filled);
        return Optional.of(end);
    }

    /** After the last end of a line; a carriage return alone ends one only where no line feed follows. */
    private static int lastLine(byte[] bytes, int length) {
        int carriage = 0;
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            } else if (bytes[i] == '\r' && carriage == 0 && i < length - 1) {
                carriage = i + 1;
            }
        }
        return carriage;
    }

    /** The line that begins at a place. */
    static String line(byte[] bytes, int from, int length) {
        int end = from;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** The columns that a line names. */
    static Optional<LogFields> fields(String line) {
        return line.regionMatches(true, 0, "#Fields:", 0, 8)
                ? Optional.of(LogFields.of(line.substring(8)))
                : Optional.empty();
    }

    /** The day that a line names, in milliseconds since 1970. */
    static Optional<Long> day(String line) {
        if (!line.regionMatches(true, 0, "#Date:", 0, 6)) {
            return Optional.empty();
        }
        String date = line.substring(6).strip();
        try {
            return Optional.of(LocalDate.parse(date.substring(0, Math.min(10, date.length())))
                            .toEpochDay()
                    * DAY);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
