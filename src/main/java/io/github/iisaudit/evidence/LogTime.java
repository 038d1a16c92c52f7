package io.github.iisaudit.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/** Reads dates and times of rows. Logs are written in UTC. */
final class LogTime {

    /** What is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DATE = 10;
    private static final long DAY = 86_400_000L;

    private final byte[] bytes;
    private long header;
    private byte[] date = new byte[0];
    private long day = NONE;

    /** @param header the day of rows without a date; 0 for none */
    LogTime(byte[] bytes, long header) {
        this.bytes = bytes;
        this.header = header;
    }

    void header(long millis) {
        header = millis;
    }

    long header() {
        return header;
    }

    boolean hasHeader() {
        return header != 0;
    }

    /**
     * Milliseconds since 1970.
     *
     * @param dateAt where the date begins; -1 for the day of the header
     * @param to after the time, which may have parts of a second
     */
    long at(int dateAt, int from, int to) {
        long start = dateAt < 0 ? header : day(dateAt);
        long millis = ofDay(from, to);
        return start == NONE || millis < 0 ? NONE : start + millis;
    }

    private long day(int from) {
        if (date.length == DATE && Arrays.equals(bytes, from, Math.min(bytes.length, from + DATE), date, 0, DATE)) {
            return day;
        }
        date = Arrays.copyOfRange(bytes, from, from + DATE);
        try {
            day = LocalDate.parse(new String(date, StandardCharsets.ISO_8859_1)).toEpochDay() * DAY;
        } catch (DateTimeException e) {
            day = NONE;
        }
        return day;
    }

    private long ofDay(int from, int to) {
        if (to - from < 8 || bytes[from + 2] != ':' || bytes[from + 5] != ':') {
            return -1;
        }
        int hours = two(from);
        int minutes = two(from + 3);
        int seconds = two(from + 6);
        if (hours > 23 || minutes > 59 || seconds > 60 || (hours | minutes | seconds) < 0) {
            return -1;
        }
        return ((hours * 60L + minutes) * 60 + seconds) * 1000 + fraction(from + 8, to);
    }

    private int two(int from) {
        int tens = bytes[from] - '0';
        int ones = bytes[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1000 : tens * 10 + ones;
    }

    private int fraction(int from, int to) {
        int millis = 0;
        for (int i = 1; i <= 3; i++) {
            int digit = from + i < to ? bytes[from + i] - '0' : 0;
            millis = millis * 10 + (digit < 0 || digit > 9 ? 0 : digit);
        }
        return millis;
    }
}
