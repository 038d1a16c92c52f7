package io.github.iisaudit.baseline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The entries of one server that no finding has claimed yet. Not safe for use by several threads. */
final class Accepted {

    /** By rule and fingerprint, then by file, whose name Windows reads in any case. */
    private final Map<String, TreeMap<String, Deque<Entry>>> left = new HashMap<>();

    void add(Entry entry) {
        left.computeIfAbsent(entry.subject(), s -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                .computeIfAbsent(entry.file(), f -> new ArrayDeque<>())
                .add(entry);
    }

    /** Takes an entry of the same file. */
    Optional<Entry> take(Entry found) {
        return take(found.subject(), found.file());
    }

    /**
     * Takes an entry of another file, which was moved.
     *
     * @param isThere whether a file is still where it was: then its finding was fixed there, and this is another one
     */
    Optional<Entry> takeMoved(Entry found, Predicate<String> isThere) {
        return left.getOrDefault(found.subject(), new TreeMap<>()).keySet().stream()
                .filter(isThere.negate())
                .findFirst()
                .flatMap(file -> take(found.subject(), file));
    }

    private Optional<Entry> take(String subject, String file) {
        TreeMap<String, Deque<Entry>> files = left.get(subject);
        Deque<Entry> same = files == null ? null : files.get(file);
        if (files == null || same == null) {
            return Optional.empty();
        }
        Entry taken = same.remove();
        if (same.isEmpty()) {
            files.remove(file);
        }
        if (files.isEmpty()) {
            left.remove(subject);
        }
        return Optional.of(taken);
    }

    /** What is left, sorted. */
    List<Entry> left() {
        return left.values().stream()
                .flatMap(files -> files.values().stream())
                .flatMap(Collection::stream)
                .sorted()
                .toList();
    }
}
