package io.github.iisaudit.xml;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.dom4j.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was lately read of files, by path and content: the servers of a farm have the same files in the same places, and each is
 * parsed once. Takes a bounded part of the memory. Safe for use by several threads.
 */
final class ReadFiles {

    /**
     * How many bytes of files are remembered; their trees take about six times as much. That is the files of a few servers: with
     * those of more, the collector has so little room left in a fleet of thousands that it takes longer than reading them again.
     */
    private static final int LIMIT = 4 << 20;

    private final Map<Key, Result> files = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** A file at a path. */
    private record Key(String path, byte[] bytes, int hash) {

        Key(String path, byte[] bytes) {
            this(path, bytes, 31 * path.hashCode() + checksum(bytes));
        }

        private static int checksum(byte[] bytes) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            return (int) sum.getValue();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && path.equals(key.path)
                    && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What a file says, or why it says nothing. */
    record Result(@Nullable Document document, @Nullable UnreadableXmlException failure) {

        LocatedElement root() throws UnreadableXmlException {
            if (document == null) {
                throw Objects.requireNonNull(failure);
            }
            return (LocatedElement) document.getRootElement();
        }
    }

    /** How a file is read that is not remembered. */
    interface Reading {

        Result read(String path, byte[] bytes);
    }

    /** What a file says; reads it if need be. The bytes may not be changed any more. */
    Result get(String path, byte[] bytes, Reading reading) {
        Key key = new Key(path, bytes);
        Result known = find(key);
        return known == null ? keep(key, reading.read(path, bytes)) : known;
    }

    private synchronized @Nullable Result find(Key key) {
        return files.get(key);
    }

    /** Of threads that read a file at the same time all get what the first one made of it. */
    private synchronized Result keep(Key key, Result read) {
        Result known = files.putIfAbsent(key, read);
        if (known != null) {
            return known;
        }
        size += key.bytes.length;
        Iterator<Key> oldest = files.keySet().iterator();
        while (size > LIMIT) {
            size -= oldest.next().bytes.length;
            oldest.remove();
        }
        return read;
    }
}
