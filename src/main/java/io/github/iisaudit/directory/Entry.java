package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object as a source tells of it: the few attributes that matter. */
final class Entry {

    /** More of one kind are none that anybody registered. */
    private static final int MOST = 5000;

    private static final int MOST_OF_ALL = 10 * MOST;
    private static final long MOST_NUMBER = Long.MAX_VALUE / 10 - 1;
    private static final int MOST_BYTES = 1 << 24;

    private String dn = "";
    private byte[] bytes = new byte[512];
    private Attribute[] names = new Attribute[16];
    private int[] ends = new int[16];
    private int size;
    private int alike;
    private long present;
    private long lost;

    String dn() {
        return dn;
    }

    private static long bit(Attribute name) {
        return 1L << name.ordinal();
    }

    /** Takes note of a value. */
    void add(Attribute name, String value) {
        if (name == Attribute.DN) {
            dn = value;
        } else {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            add(name, text, 0, text.length);
        }
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
        if (name == Attribute.DN) {
            dn = new String(text, start, end - start, StandardCharsets.UTF_8);
        } else {
            add(name, text, start, end);
        }
    }

    /** An empty one is none. */
    private void add(Attribute name, byte[] value, int from, int to) {
        if (from == to) {
            return;
        }
        alike = size > 0 && names[size - 1] == name ? alike + 1 : 0;
        int start = start(size);
        int end = start + to - from;
        if (alike >= MOST || size >= MOST_OF_ALL || end > MOST_BYTES) {
            lose(name);
            return;
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(value, from, bytes, start, to - from);
        present |= bit(name);
        names[size] = name;
        ends[size++] = end;
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
        if (name == Attribute.DN) {
            dn = new String(value, StandardCharsets.UTF_8);
        } else {
            add(name.binary(), value, 0, value.length);
        }
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

    /** Where the next value of an attribute is; behind all where there is none. */
    private int find(Attribute name, int from) {
        int i = (present & bit(name)) == 0 ? size : from;
        while (i < size && names[i] != name) {
            i++;
        }
        return i;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private String text(int number) {
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    /** All, in order. */
    List<String> values(Attribute name) {
        List<String> all = List.of();
        for (int i = find(name, 0); i < size; i = find(name, i + 1)) {
            all = all.isEmpty() ? new ArrayList<>(4) : all;
            all.add(text(i));
        }
        return all;
    }

    /** What the values of an attribute are called among some, in order; null for those that are not among them. */
    <V> List<@Nullable V> values(Attribute name, NamesInBytes<V> known) {
        List<@Nullable V> all = new ArrayList<>(4);
        for (int i = find(name, 0); i < size; i = find(name, i + 1)) {
            all.add(known.find(bytes, start(i), ends[i]));
        }
        return all;
    }

    String value(Attribute name) {
        int number = find(name, 0);
        return number == size ? "" : text(number);
    }

    /** All, most of which came up before. */
    List<String> values(Attribute name, RecentTexts recent) {
        List<String> all = List.of();
        for (int i = find(name, 0); i < size; i = find(name, i + 1)) {
            all = all.isEmpty() ? new ArrayList<>(4) : all;
            all.add(recent.of(bytes, start(i), ends[i]));
        }
        return all;
    }

    /** The first value where it is a number; anything else is none. */
    long number(Attribute name, long otherwise) {
        int number = find(name, 0);
        if (number == size) {
            return otherwise;
        }
        boolean isNegative = bytes[start(number)] == '-';
        long value = 0;
        for (int i = start(number) + (isNegative ? 1 : 0); i < ends[number]; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > MOST_NUMBER) {
                return otherwise;
            }
            value = 10 * value + digit;
        }
        return isNegative ? -value : value;
    }

    byte @Nullable [] bytes(Attribute name) {
        int number = find(name.binary(), 0);
        return number == size ? null : Arrays.copyOfRange(bytes, start(number), ends[number]);
    }

    /** How many bytes there are of it. */
    int length() {
        return dn.length() + start(size);
    }

    boolean isEmpty() {
        return dn.isEmpty() && size == 0;
    }
}
