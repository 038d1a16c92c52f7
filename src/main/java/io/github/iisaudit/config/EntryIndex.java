package io.github.iisaudit.config;

import io.github.iisaudit.config.ElementSchema.Collection;
import io.github.iisaudit.config.ElementState.Entry;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a collection by their keys, which are compared ignoring case. */
final class EntryIndex {

    private final List<Map<String, Entry>> entries = new ArrayList<>();

    /** The one attribute that makes the only key; null where more do. */
    private final @Nullable String onlyAttribute;

    /** An index of a collection's entries so far; of several with one key the first counts. */
    EntryIndex(Collection collection, List<Entry> known) {
        List<List<String>> keys = collection.keys();
        onlyAttribute =
                keys.size() == 1 && keys.get(0).size() == 1 ? keys.get(0).get(0) : null;
        keys.forEach(key -> entries.add(new HashMap<>()));
        known.forEach(this::put);
    }

    /** An entry with the text of its keys. */
    static Entry keyed(String directive, ElementState state, Collection collection) {
        Entry entry = new Entry(directive, state);
        List<String> keys = new ArrayList<>(1);
        for (List<String> key : collection.keys()) {
            keys.add(text(entry, key, collection));
        }
        return new Entry(directive, state, keys);
    }

    /** The entry that has the same key, of those in the collection's list; null where there is none, or the key is empty. */
    @Nullable
    Entry find(Entry entry, int key) {
        return entries.get(key).get(entry.keys().get(key));
    }

    /** Whether certainly no entry has the key that a directive names. */
    boolean isWithout(LocatedElement directive) {
        String name = onlyAttribute;
        String wanted = name == null ? null : directive.attributeValue(name);
        return wanted != null && !wanted.isEmpty() && !entries.get(0).containsKey(wanted.toLowerCase(Locale.ROOT));
    }

    /** Adds an entry; the first of a key counts. */
    void put(Entry entry) {
        for (int key = 0; key < entries.size(); key++) {
            String text = entry.keys().get(key);
            if (!text.isEmpty()) {
                entries.get(key).putIfAbsent(text, entry);
            }
        }
    }

    private static String text(Entry entry, List<String> key, Collection collection) {
        if (key.size() == 1) {
            return entry.value(key.get(0), collection.entry()).toLowerCase(Locale.ROOT);
        }
        StringBuilder text = new StringBuilder();
        for (String name : key) {
            text.append(text.isEmpty() ? "" : "\0").append(entry.value(name, collection.entry()));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
