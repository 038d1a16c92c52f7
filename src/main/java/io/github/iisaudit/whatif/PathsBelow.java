package io.github.iisaudit.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Things at paths, of which it is asked again and again what lies below one of them: an answer takes as long as it is. Not changed
 * once it is made.
 */
final class PathsBelow<T> {

    /** Before all that names hold, so that what lies below a path comes right after it. */
    private static final char SEPARATOR = 0;

    private final List<T> all;
    private final Entry[] sorted;

    private record Entry(String key, int place) {}

    PathsBelow(List<T> all, Function<T, String> path) {
        this.all = all;
        sorted = new Entry[all.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new Entry(key(path.apply(all.get(i))), i);
        }
        Arrays.sort(sorted, (a, b) -> a.key.compareTo(b.key));
    }

    private static String key(String path) {
        return Survey.key(path).replace('/', SEPARATOR);
    }

    /** What is at a path or below it, ignoring case, in the order in which it was given. */
    List<T> at(String path) {
        if (path.isEmpty()) {
            return all;
        }
        String key = key(path);
        int[] places = Arrays.stream(sorted, first(key), first(key + (char) (SEPARATOR + 1)))
                .mapToInt(Entry::place)
                .sorted()
                .toArray();
        List<T> below = new ArrayList<>();
        for (int place : places) {
            below.add(all.get(place));
        }
        return below;
    }

    /** The first that does not come before a key. */
    private int first(String key) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle].key.compareTo(key) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
