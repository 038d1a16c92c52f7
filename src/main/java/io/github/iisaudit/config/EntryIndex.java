package io.github.iisaudit.config;

import io.github.iisaudit.config.ElementSchema.Collection;
import io.github.iisaudit.config.ElementState.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a collection by their keys, which are compared ignoring case. */
final class EntryIndex {

    private final Collection collection;
    private final Map<List<String>, Map<String, Entry>> entries = new HashMap<>();

    EntryIndex(Collection collection) {
        this.collection = collection;
        collection.keys().forEach(key -> entries.put(key, new HashMap<>()));
    }

    /** The entry that has the same key; null where there is none, or where the only attribute of the key is empty. */
    @Nullable
    Entry find(Entry entry, List<String> key) {
        Map<String, Entry> known = entries.get(key);
        return known == null ? null : known.get(text(entry, key));
    }

    /** Adds an entry; the first of a key counts. */
    void put(Entry entry) {
        entries.forEach((key, known) -> {
            String text = text(entry, key);
            if (!text.isEmpty()) {
                known.putIfAbsent(text, entry);
            }
        });
    }

    private String text(Entry entry, List<String> key) {
        StringBuilder text = new StringBuilder();
        for (String name : key) {
            text.append(text.isEmpty() ? "" : "\0").append(entry.value(name, collection.entry()));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
