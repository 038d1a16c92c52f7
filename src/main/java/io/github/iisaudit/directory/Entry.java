package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object as a source tells of it: the few attributes that matter, their values one behind the other as bytes, so that nothing is
 * made of the many objects that nobody asks for. One may be cleared and used for the next object.
 */
final class Entry {

    /** More of one kind are none that anybody registered. */
    private static final int MOST = 5000;

    private static final int MOST_OF_ALL = 10 * MOST;
    private static final long MOST_NUMBER = Long.MAX_VALUE / 10 - 1;
    private static final int MOST_BYTES = 1 << 24;
    private static final int ATTRIBUTES = Attribute.values().length;

    private byte[] bytes = new byte[512];
    private int[] ends = new int[16];

    /** Where the next value of the same attribute is, by numbers of values; the last one's is not set. */
    private int[] next = new int[16];

    /** The first and last value of attributes that there are, and how many. */
    private final int[] first = new int[ATTRIBUTES];

    private final int[] last = new int[ATTRIBUTES];
    private final int[] counts = new int[ATTRIBUTES];
    private int size;
    private long present;
    private long lost;

    /** Forgets all. */
    void clear() {
        size = 0;
        present = 0;
        lost = 0;
    }

    static long bit(Attribute name) {
        return 1L << name.ordinal();
    }

    /** A bit for each attribute that there is. */
    long present() {
        return present;
    }

    /** A bit for each attribute of which values may be missing. */
    long lost() {
        return lost;
    }

    /** Takes note of a value. */
    void add(Attribute name, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        add(name, text, 0, text.length);
    }

    /** Takes note of a value in UTF-8, without the blanks around it. */
    void addText(Attribute name, byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text[start] <= ' ' && text[start] >= 0) {
            start++;
        }
        while (start < end && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        add(name, text, start, end);
    }

    /** An empty one is none. */
    private void add(Attribute name, byte[] value, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return;
        }
        int start = start(size);
        int key = name.ordinal();
        boolean isFirst = (present & 1L << key) == 0;
        if (!isFirst && counts[key] >= MOST || size >= MOST_OF_ALL || start + length > MOST_BYTES) {
            lose(name);
            return;
        }
        makeRoom(start + length);
        System.arraycopy(value, from, bytes, start, length);
        if (isFirst) {
            present |= 1L << key;
            first[key] = size;
            counts[key] = 1;
        } else {
            next[last[key]] = size;
            counts[key]++;
        }
        last[key] = size;
        ends[size++] = start + length;
    }

    private void makeRoom(int end) {
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
    }

    /** Takes note of bytes; false where they are no Base64. */
    boolean addBase64(Attribute name, byte[] text) {
        try {
            addBytes(name, Base64.getDecoder().decode(text));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    void addBytes(Attribute name, byte[] value) {
        byte[] told = name.binary() == name ? Legible.of(name, value) : value;
        add(name.binary(), told, 0, told.length);
    }

    /** Takes note that not all values of an attribute are there. */
    void lose(Attribute name) {
        lost |= bit(name);
    }

    /** Whether values of an attribute may be missing. */
    boolean isLost(Attribute name) {
        return (lost & bit(name)) != 0;
    }

    boolean has(Attribute name) {
        return (present & (bit(name) | bit(name.binary()))) != 0;
    }

    /** How many bytes all values have. */
    int length() {
        return start(size);
    }

    /** What {@link #start} and {@link #end} are places in. */
    byte[] bytes() {
        return bytes;
    }

    /** How many values of an attribute there are. */
    int count(Attribute name) {
        return (present & bit(name)) == 0 ? 0 : counts[name.ordinal()];
    }

    /** The number of the first value of an attribute, which there must be. */
    int first(Attribute name) {
        return first[name.ordinal()];
    }

    /** The number of the next value of the same attribute, which there must be. */
    int next(int number) {
        return next[number];
    }

    int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    int end(int number) {
        return ends[number];
    }

    String text(int number) {
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    String dn() {
        return value(Attribute.DN);
    }

    /** All, in order. */
    List<String> values(Attribute name) {
        int left = count(name);
        if (left == 0) {
            return List.of();
        }
        List<String> all = new ArrayList<>(left);
        for (int i = first(name); left > 0; i = next[i], left--) {
            all.add(text(i));
        }
        return all;
    }

    String value(Attribute name) {
        return count(name) == 0 ? "" : text(first(name));
    }

    /** The first value where it is a number; anything else is none. */
    long number(Attribute name, long otherwise) {
        if (count(name) == 0) {
            return otherwise;
        }
        int start = start(first(name));
        int end = end(first(name));
        boolean isNegative = bytes[start] == '-';
        long value = 0;
        for (int i = start + (isNegative ? 1 : 0); i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > MOST_NUMBER) {
                return otherwise;
            }
            value = 10 * value + digit;
        }
        return isNegative ? -value : value;
    }

    byte @Nullable [] bytes(Attribute name) {
        Attribute binary = name.binary();
        return count(binary) == 0 ? null : Arrays.copyOfRange(bytes, start(first(binary)), end(first(binary)));
    }

    boolean isEmpty() {
        return size == 0;
    }
}
