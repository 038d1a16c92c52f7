package io.github.iisaudit.xml;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What was lately read of files, by path and content: the servers of a farm have the same files in the same places, and
 * each is parsed once; if they differ in some lines, only these are. Takes a bounded part of the memory. Safe for use by several
 * threads.
 */
final class ReadFiles {

    /**
     * How many bytes of files are remembered; their trees take about six times as much. Files from which something was taken
     * over may be kept a while longer by those that took it.
     */
    private static final int LIMIT = 8 << 20;

    private final Map<String, Entry> files = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong read = new AtomicLong();
    private int size;

    /** The versions at one path, and how many bytes of them are counted. */
    private static final class Entry {

        final Versions versions;
        int counted;

        Entry(String path, AtomicLong read) {
            versions = new Versions(path, read);
        }
    }

    /** What a file says, or why it says nothing. */
    record Result(
            @Nullable LocatedDocument document, @Nullable UnreadableXmlException failure) {

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
        Entry entry = entry(path);
        Result known = entry.versions.latest(bytes);
        if (known != null) {
            return known;
        }
        Result result = entry.versions.get(bytes, reading);
        count(path, entry);
        return result;
    }

    /** The same without anything that was taken over. */
    Result getWhole(String path, byte[] bytes, Reading reading) {
        Entry entry = entry(path);
        Result result = entry.versions.getWhole(bytes, reading);
        count(path, entry);
        return result;
    }

    private synchronized Entry entry(String path) {
        return files.computeIfAbsent(path, p -> new Entry(p, read));
    }

    /** How many bytes of files were not remembered, and so were read. */
    long bytesRead() {
        return read.get();
    }

    private synchronized void count(String path, Entry entry) {
        if (files.get(path) != entry) {
            return;
        }
        size -= entry.counted;
        entry.counted = entry.versions.size();
        size += entry.counted;
        Iterator<Entry> oldest = files.values().iterator();
        while (size > LIMIT) {
            size -= oldest.next().counted;
            oldest.remove();
        }
    }
}
