package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names among a few by their bytes, ignoring case, so that nothing is made of the many that do not matter. */
final class AttributeNames {

    private static final int SIZE = 256;

    private final byte[][] keys = new byte[SIZE][];
    private final String[] values = new String[SIZE];

    /** @param names what each is called here, by its name in lower case */
    AttributeNames(Map<String, String> names) {
        names.forEach((key, value) -> {
            byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
            while (keys[slot] != null) {
                slot = slot + 1 & SIZE - 1;
            }
            keys[slot] = bytes;
            values[slot] = value;
        });
    }

    private static int slot(byte[] bytes, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + lower(bytes[i]);
        }
        return (hash ^ hash >> 8) & SIZE - 1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    /** What the name from one place to another is called here; null where it does not matter. */
    @Nullable
    String find(byte[] bytes, int start, int end) {
        for (int slot = slot(bytes, start, end); keys[slot] != null; slot = slot + 1 & SIZE - 1) {
            if (isSame(keys[slot], bytes, start, end)) {
                return values[slot];
            }
        }
        return null;
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
