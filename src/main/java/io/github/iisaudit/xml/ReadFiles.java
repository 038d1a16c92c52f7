package io.github.iisaudit.xml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What was lately read of files, by path and content: the servers of a farm have the same files in the same places, and
 * each is parsed once. Takes a bounded part of the memory. Safe for use by several threads.
 */
final class ReadFiles {

    /** How many bytes of files are remembered; their trees take about six times as much. */
    private static final int LIMIT = 8 << 20;

    private final Map<Key, Remembered> files = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** Different contents may have the same key. */
    private record Key(String path, int length, long checksum) {

        static Key of(String path, byte[] bytes) {
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            return new Key(path, bytes.length, checksum.getValue());
        }
    }

    private record Remembered(byte[] bytes, Result result) {}

    /** What a file says, or why it says nothing. */
    record Result(@Nullable LocatedElement root, @Nullable UnreadableXmlException failure) {

        LocatedElement get() throws UnreadableXmlException {
            if (root == null) {
                throw Objects.requireNonNull(failure);
            }
            return root;
        }
    }

    /** How a file is read that is not remembered. */
    interface Reading {
        Result read(String path, byte[] bytes);
    }

    /** What a file says; reads it if need be. The bytes may not be changed any more. */
    Result get(String path, byte[] bytes, Reading reading) {
        Key key = Key.of(path, bytes);
        Remembered known = find(key);
        if (known != null && Arrays.equals(known.bytes, bytes)) {
            return known.result;
        }
        Result result = reading.read(path, bytes);
        remember(key, new Remembered(bytes, result));
        return result;
    }

    private synchronized @Nullable Remembered find(Key key) {
        return files.get(key);
    }

    private synchronized void remember(Key key, Remembered file) {
        size += file.bytes.length;
        Remembered other = files.put(key, file);
        size -= other == null ? 0 : other.bytes.length;
        var oldest = files.values().iterator();
        while (size > LIMIT) {
            size -= oldest.next().bytes.length;
            oldest.remove();
        }
    }
}
