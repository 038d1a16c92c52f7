package io.github.iisaudit.evidence;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of a block, as far as they matter: when, where, who asked, and what came of it. Who asked is a number that says only whether
 * two rows are of the same client.
 */
final class LogRows {

    /** Nothing that matters but that it was there. */
    static final byte OTHER = 0;

    /** A request without credentials that was asked for them. */
    static final byte ANONYMOUS = 1;

    /** 401.1 with the code of the fault and without a user. */
    static final byte SYMPTOM = 2;

    /** 401.1 with another code. */
    static final byte REFUSED = 3;

    /** An answer for a user. */
    static final byte SUCCESS = 4;

    /** A line of columns before the next row. */
    static final byte START = 5;

    /** About what a block has. */
    private static final int MOST = 8192;

    int size;
    long[] times = new long[MOST];
    long[] clients = new long[MOST];
    long[] codes = new long[MOST];
    int[] lines = new int[MOST];
    byte[] kinds = new byte[MOST];
    Place[] places = new Place[MOST];

    /** How many lines there were, of which so many were rows, and so many could not be read. */
    int allLines;

    int read;
    int skipped;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    /** The columns in force after the last line, and the day of rows without a date. */
    LogFields fields = LogFields.NONE;

    long day;

    /** Rows of sites that nobody knows, by the reason. */
    final Map<String, Integer> unmatched = new TreeMap<>();

    /** Rows that cannot be judged, by place; the columns that lack. */
    final Map<Place, LogFields> undecided = new IdentityHashMap<>();

    void add(byte kind, Place place, long time, long client, long code) {
        if (size == times.length) {
            grow();
        }
        kinds[size] = kind;
        places[size] = place;
        times[size] = time;
        clients[size] = client;
        codes[size] = code;
        lines[size++] = allLines;
    }

    private void grow() {
        int more = size * 2;
        times = Arrays.copyOf(times, more);
        clients = Arrays.copyOf(clients, more);
        codes = Arrays.copyOf(codes, more);
        lines = Arrays.copyOf(lines, more);
        kinds = Arrays.copyOf(kinds, more);
        places = Arrays.copyOf(places, more);
    }
}
