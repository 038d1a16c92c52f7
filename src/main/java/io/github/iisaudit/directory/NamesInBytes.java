package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names among a few by their bytes, ignoring case, so that nothing is made of the many that do not matter. */
final class NamesInBytes<V> {

    private static final int SIZE = 1024;
    private static final int CASE = 0x20;

    private final byte[][] keys = new byte[SIZE][];

    /** As they are nearly always written. */
    private final byte[][] usual = new byte[SIZE][];

    private final @Nullable Object[] values = new Object[SIZE];

    /** @param names what each is called here */
    NamesInBytes(Map<String, V> names) {
        names.forEach((name, value) -> {
            byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
            while (keys[slot] != null) {
                slot = slot + 1 & SIZE - 1;
            }
            keys[slot] = bytes;
            usual[slot] = name.getBytes(StandardCharsets.US_ASCII);
            values[slot] = value;
        });
    }

    /** By both ends and the length: most that do not matter meet an empty place. */
    private static int slot(byte[] bytes, int start, int end) {
        if (start == end) {
            return 0;
        }
        int middle = start + end >> 1;
        return 31 * (31 * (31 * (end - start) + (bytes[start] | CASE)) + (bytes[middle] | CASE))
                        + (bytes[end - 1] | CASE)
                & SIZE - 1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + CASE : letter;
    }

    /** What the name from one place to another is called here; null where it does not matter. */
    @Nullable
    V find(byte[] bytes, int start, int end) {
        for (int slot = slot(bytes, start, end); keys[slot] != null; slot = slot + 1 & SIZE - 1) {
            byte[] written = usual[slot];
            if (Arrays.equals(written, 0, written.length, bytes, start, end) || isSame(keys[slot], bytes, start, end)) {
                return value(slot);
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private @Nullable V value(int slot) {
        return (V) values[slot];
    }

    private static boolean isSame(byte[] key, byte[] bytes, int start, int end) {
        if (key.length != end - start) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != lower(bytes[start + i])) {
                return false;
            }
        }
        return true;
    }
}
