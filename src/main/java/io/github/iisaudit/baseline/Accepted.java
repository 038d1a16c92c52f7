package io.github.iisaudit.baseline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entries of one server that no finding has claimed yet. Not safe for use by several threads. */
final class Accepted {

    /** By rule and fingerprint, then by file. */
    private final Map<String, TreeMap<String, Deque<Entry>>> left = new HashMap<>();

    void add(Entry entry) {
        left.computeIfAbsent(entry.subject(), s -> new TreeMap<>())
                .computeIfAbsent(entry.file(), f -> new ArrayDeque<>())
                .add(entry);
    }

    /** Takes an entry of the same file. */
    Optional<Entry> take(Entry found) {
        return take(found.subject(), found.file());
    }

    /** Takes an entry of another file, which was moved: its findings there are gone, or they would have claimed it. */
    Optional<Entry> takeMoved(Entry found) {
        TreeMap<String, Deque<Entry>> files = left.get(found.subject());
        return files == null ? Optional.empty() : take(found.subject(), files.firstKey());
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
