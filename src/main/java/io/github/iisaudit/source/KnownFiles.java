package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Found;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration files that were lately found on any server, by the path they were shown with: the servers of a farm have the
 * same files in the same places, and whoever finds one again need not copy it. Takes a bounded part of the memory. Safe for use by
 * several threads.
 */
final class KnownFiles {

    /** How many bytes of files are remembered. */
    static final int LIMIT = 8 << 20;

    private final Map<String, Found> files = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** What was last found at a path; null where nothing is remembered. */
    synchronized @Nullable Found at(String shown) {
        return files.get(shown);
    }

    /** Remembers a file; forgets those that were asked for longest ago where there are too many. */
    synchronized void add(Found found) {
        Found before = files.put(found.file().path(), found);
        size += size(found) - (before == null ? 0 : size(before));
        Iterator<Found> oldest = files.values().iterator();
        while (size > LIMIT) {
            size -= size(oldest.next());
            oldest.remove();
        }
    }

    private static int size(Found found) {
        return found.file().bytes().length;
    }
}
