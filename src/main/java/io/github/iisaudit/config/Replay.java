package io.github.iisaudit.config;

import io.github.iisaudit.config.ElementSchema.Collection;
import io.github.iisaudit.config.ElementState.Entry;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replays the directives of a collection (add, remove, clear by whatever names the schema gives them) in document order over the
 * inherited list. Keys are compared ignoring case, as schema keys are.
 *
 * @see <a href="https://learn.microsoft.com/archive/blogs/tristank/iis-7-but-why-do-i-get-a-500-19cannot-add-duplicate-collection-entry-with-0x800700b7">Cannot add duplicate collection entry</a>
 */
final class Replay {

    private final Collection collection;
    private final ElementSchema schema;
    private final ElementState state;
    private final Merge merge;
    private @Nullable EntryIndex index;

    /** Where the inherited entries of a collection that prepends begin; negative where that is to be counted. */
    private int firstInherited = -1;

    /** @param state the element being merged; its entries are changed */
    Replay(ElementSchema schema, ElementState state, Merge merge) {
        this.collection = Objects.requireNonNull(schema.collection());
        this.schema = schema;
        this.state = state;
        this.merge = merge;
    }

    void direct(LocatedElement directive) throws Refusal {
        String name = directive.getName();
        if (name.equals(collection.clear())) {
            clear(directive);
        } else if (name.equals(collection.remove())) {
            remove(directive);
        } else {
            add(directive);
        }
    }

    /** A locked item also forbids clearing the list below it. */
    private void clear(LocatedElement directive) throws Refusal {
        for (Entry entry : state.entries()) {
            refuseLocked(entry, directive);
        }
        state.entries().clear();
        forget();
    }

    /** Removing a key that is not there is accepted silently. */
    private void remove(LocatedElement directive) throws Refusal {
        merge.lay(directive, ElementState.EMPTY, collection.entry());
        if (!collection.allowsDuplicates() && index().isKeyIn(directive)) {
            Entry named = index().named(directive);
            if (named != null) {
                refuseLocked(named, directive);
                take(named);
            }
            return;
        }
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : state.entries()) {
            if (isNamed(entry, directive)) {
                refuseLocked(entry, directive);
            } else {
                kept.add(entry);
            }
        }
        if (kept.size() < state.entries().size()) {
            state.entries().clear();
            state.entries().addAll(kept);
            forget();
        }
    }

    /** Two entries may be equal as records, so it is that very one. */
    private void take(Entry entry) {
        int position = 0;
        while (state.entries().get(position) != entry) {
            position++;
        }
        state.entries().remove(position);
        index().remove(entry);
        firstInherited = -1;
    }

    /** The entries are others than before. */
    private void forget() {
        index = null;
        firstInherited = -1;
    }

    private void add(LocatedElement directive) throws Refusal {
        ElementState written = merge.lay(directive, ElementState.EMPTY, collection.entry());
        Entry entry = EntryIndex.keyed(directive.getName(), written, collection);
        for (int key = 0; key < collection.keys().size(); key++) {
            refuseKeyless(entry, collection.keys().get(key), directive);
            refuseDuplicate(entry, key, directive);
        }
        index().put(entry);
        if (collection.prepends()) {
            int position = position();
            state.entries().add(position, entry);
            firstInherited = position + 1;
        } else {
            state.entries().add(entry);
        }
    }

    /** Where the collection prepends, the entries of one file keep their order before the inherited ones. */
    private int position() {
        if (firstInherited >= 0) {
            return firstInherited;
        }
        int position = 0;
        for (Entry entry : state.entries()) {
            if (!isWrittenHere(entry.state().nearest())) {
                break;
            }
            position++;
        }
        return position;
    }

    private boolean isWrittenHere(@Nullable LocatedElement written) {
        return written != null && written.getParent() == state.nearest();
    }

    private void refuseKeyless(Entry entry, List<String> key, LocatedElement directive) throws Refusal {
        if (collection.keys().size() > 1) {
            return;
        }
        boolean hasKey = false;
        for (String name : key) {
            hasKey |= !entry.value(name, collection.entry()).isEmpty();
        }
        if (!hasKey) {
            throw Refusal.unknown("it is not known what IIS does with <" + directive.getName() + "> without "
                            + String.join(", ", key))
                    .at(directive);
        }
    }

    private void refuseDuplicate(Entry entry, int key, LocatedElement directive) throws Refusal {
        if (collection.allowsDuplicates()) {
            return;
        }
        Entry other = index().find(entry, key);
        if (other != null) {
            throw Refusal.of(
                            ErrorKind.DUPLICATE_ENTRY,
                            "the list of <" + schema.name() + "> already has an entry with "
                                    + named(entry, collection.keys().get(key)) + ", from " + place(other))
                    .at(directive);
        }
    }

    private EntryIndex index() {
        if (index == null) {
            index = new EntryIndex(collection, state.entries());
        }
        return index;
    }

    private String named(Entry entry, List<String> key) {
        List<String> parts = new ArrayList<>();
        for (String name : key) {
            parts.add(name + " \"" + entry.value(name, collection.entry()) + "\"");
        }
        return String.join(" and ", parts);
    }

    private static String place(Entry entry) {
        var span = Objects.requireNonNull(entry.state().nearest()).nameSpan();
        return span.path() + ":" + span.line();
    }

    /** Whether every key attribute that the directive writes is the entry's. */
    private boolean isNamed(Entry entry, LocatedElement directive) {
        boolean isNamed = false;
        for (List<String> key : collection.keys()) {
            for (String name : key) {
                if (directive.attribute(name) instanceof LocatedAttribute wanted) {
                    if (!wanted.identity().equalsIgnoreCase(entry.identity(name, collection.entry()))) {
                        return false;
                    }
                    isNamed = true;
                }
            }
        }
        return isNamed;
    }

    private void refuseLocked(Entry entry, LocatedElement directive) throws Refusal {
        merge.refuseLocked(entry.state().itemLock(), "an entry of this list", directive, null);
    }
}
