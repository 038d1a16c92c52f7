package io.github.iisaudit.config;

import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the files read so far say of one element: values, elements inside it, entries of its collection, granular locks. Merging
 * makes a new one; what it shares with the old one is never changed. Told apart as an object.
 */
final class ElementState {

    static final ElementState EMPTY = new ElementState(Map.of(), Map.of(), List.of(), GranularLocks.NONE, null, null);

    private final Map<String, Written> attributes;
    private final Map<String, ElementState> children;
    private final List<Entry> entries;
    private final GranularLocks locks;
    private final GranularLocks.@Nullable Lock itemLock;
    private final @Nullable LocatedElement nearest;

    /** Made when it is first asked for, once nothing changes any more. */
    private volatile @Nullable Said content;

    /**
     * One of these.
     *
     * @param attributes the written ones by name, normalised
     * @param children by name; only what somebody wrote
     * @param entries the collection's entries in effective order
     * @param locks what lower files may not touch
     * @param itemLock where lockItem="true" was set on it, or null
     * @param nearest the element that was merged last, or null where nobody wrote it
     */
    ElementState(
            Map<String, Written> attributes,
            Map<String, ElementState> children,
            List<Entry> entries,
            GranularLocks locks,
            GranularLocks.@Nullable Lock itemLock,
            @Nullable LocatedElement nearest) {
        this.attributes = attributes;
        this.children = children;
        this.entries = entries;
        this.locks = locks;
        this.itemLock = itemLock;
        this.nearest = nearest;
    }

    /**
     * An entry of a collection.
     *
     * @param directive the element's name: {@code add}, {@code spn}
     * @param keys the text of each key of its collection, in lower case: keys are compared ignoring case
     */
    record Entry(String directive, ElementState state, List<String> keys) {

        /** An element that is no entry of a collection with keys. */
        Entry(String directive, ElementState state) {
            this(directive, state, List.of());
        }

        /** What is compared to tell it from others: of what is hidden more than may be seen. */
        String identity(String attribute, ElementSchema schema) {
            Written written = state.attributes().get(attribute);
            if (written != null) {
                LocatedAttribute at = written.attribute();
                return at != null && at.isHidden() ? at.identity() : written.value();
            }
            return value(attribute, schema);
        }

        String value(String attribute, ElementSchema schema) {
            Written written = state.attributes().get(attribute);
            if (written != null) {
                return written.value();
            }
            AttributeSchema known = schema.attributes().get(attribute);
            return known == null ? "" : known.defaultValue();
        }
    }

    /** A copy whose maps and list may be changed by what an element holds. */
    ElementState open(LocatedElement element) {
        boolean hasElements = !element.elements().isEmpty();
        return new ElementState(
                new LinkedHashMap<>(attributes),
                hasElements ? new LinkedHashMap<>(children) : children,
                hasElements ? new ArrayList<>(entries) : entries,
                locks,
                itemLock,
                element);
    }

    ElementState with(GranularLocks newLocks, GranularLocks.@Nullable Lock newItemLock) {
        GranularLocks.Lock lock = newItemLock == null ? itemLock : newItemLock;
        return new ElementState(attributes, children, entries, newLocks, lock, nearest);
    }

    Map<String, Written> attributes() {
        return attributes;
    }

    Map<String, ElementState> children() {
        return children;
    }

    List<Entry> entries() {
        return entries;
    }

    GranularLocks locks() {
        return locks;
    }

    GranularLocks.@Nullable Lock itemLock() {
        return itemLock;
    }

    @Nullable
    LocatedElement nearest() {
        return nearest;
    }

    /** What it says, and not where that was written. */
    Said content() {
        Said known = content;
        if (known == null) {
            known = said();
            content = known;
        }
        return known;
    }

    private Said said() {
        int pieces = 2 + 2 * (attributes.size() + entries.size() + children.size());
        Said.Builder said = new Said.Builder(pieces).add(attributes.size());
        for (Map.Entry<String, Written> attribute : attributes.entrySet()) {
            said.add(attribute.getKey()).add(attribute.getValue().value());
        }
        for (Entry entry : entries) {
            said.add(entry.directive()).add(entry.state().content());
        }
        said.add(children.size());
        for (Map.Entry<String, ElementState> child : children.entrySet()) {
            said.add(child.getKey()).add(child.getValue().content());
        }
        return said.build();
    }

    /** How many elements are in it, those in its entries aside. */
    int size() {
        int size = entries.size();
        for (ElementState child : children.values()) {
            size += 1 + child.size();
        }
        return size;
    }

    ElementState child(String name) {
        return children.isEmpty() ? EMPTY : children.getOrDefault(name, EMPTY);
    }
}
