package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Configuration paths that come in while scopes are visited, mostly in order and some of them twice. Not thread-safe. */
final class ReachedPaths {

    static final Comparator<String> ORDER = (a, b) -> {
        int ignoringCase = a.compareToIgnoreCase(b);
        return ignoringCase == 0 ? a.compareTo(b) : ignoringCase;
    };

    private final List<String> all = new ArrayList<>(4);

    void add(List<String> paths) {
        all.addAll(paths);
    }

    /** Each once, in order ignoring case. */
    List<String> sorted() {
        if (all.size() < 2) {
            return List.copyOf(all);
        }
        all.sort(ORDER);
        List<String> sorted = new ArrayList<>(all.size());
        String last = null;
        for (String path : all) {
            if (!path.equals(last)) {
                sorted.add(path);
            }
            last = path;
        }
        return List.copyOf(sorted);
    }
}
