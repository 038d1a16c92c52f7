package io.github.iisaudit.config;

import io.github.iisaudit.config.ElementSchema.Collection;
import io.github.iisaudit.config.ElementState.Entry;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a collection by their keys, which are compared ignoring case. Most files ask a few times only, for which it looks
 * through the entries; then it sorts them by key.
 */
final class EntryIndex {

    private static final int FEW = 8;

    private final List<List<String>> keys;
    private final List<Entry> entries;
    private final List<Map<String, Entry>> byKey = new ArrayList<>();
    private int asked;

    /** @param entries the collection's entries so far, which change only as it is told; of several with one key the first counts */
    EntryIndex(Collection collection, List<Entry> entries) {
        this.keys = collection.keys();
        this.entries = entries;
    }

    /** An entry with the text of its keys. */
    static Entry keyed(String directive, ElementState state, Collection collection) {
        Entry entry = new Entry(directive, state);
        List<String> texts = new ArrayList<>(1);
        for (List<String> key : collection.keys()) {
            texts.add(text(entry, key, collection));
        }
        return new Entry(directive, state, texts);
    }

    /** The entry that has the same text as another for the key of this number; null where there is none, or the key is empty. */
    @Nullable
    Entry find(Entry entry, int key) {
        return find(entry.keys().get(key), key);
    }

    /** Whether a directive names an entry by the one attribute that is the only key. */
    boolean isKeyIn(LocatedElement directive) {
        boolean isOneAttribute = keys.size() == 1 && keys.get(0).size() == 1;
        return isOneAttribute
                && !directive.attributeValue(keys.get(0).get(0), "").isEmpty();
    }

    /** The entry that a directive names so; null where there is none. */
    @Nullable
    Entry named(LocatedElement directive) {
        return directive.attribute(keys.get(0).get(0)) instanceof LocatedAttribute key
                ? find(key.identity().toLowerCase(Locale.ROOT), 0)
                : null;
    }

    private @Nullable Entry find(String text, int key) {
        asked++;
        if (asked > FEW) {
            sort();
            return byKey.get(key).get(text);
        }
        for (Entry entry : entries) {
            if (entry.keys().get(key).equals(text)) {
                return text.isEmpty() ? null : entry;
            }
        }
        return null;
    }

    private void sort() {
        if (byKey.isEmpty()) {
            keys.forEach(key -> byKey.add(new HashMap<>()));
            entries.forEach(this::put);
        }
    }

    /** Tells of an entry that is added to the collection. */
    void put(Entry entry) {
        for (int key = 0; key < byKey.size(); key++) {
            String text = entry.keys().get(key);
            if (!text.isEmpty()) {
                byKey.get(key).putIfAbsent(text, entry);
            }
        }
    }

    /** Tells of an entry that is taken from the collection, in which no two have the same key. */
    void remove(Entry entry) {
        for (int key = 0; key < byKey.size(); key++) {
            byKey.get(key).remove(entry.keys().get(key));
        }
    }

    private static String text(Entry entry, List<String> key, Collection collection) {
        if (key.size() == 1) {
            return entry.identity(key.get(0), collection.entry()).toLowerCase(Locale.ROOT);
        }
        StringBuilder text = new StringBuilder();
        for (String name : key) {
            text.append(text.isEmpty() ? "" : "\0").append(entry.identity(name, collection.entry()));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
