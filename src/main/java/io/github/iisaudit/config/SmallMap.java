package io.github.iisaudit.config;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map of a few names in the order in which they were put: it looks at one after the other, and takes a fraction of the time and
 * memory of a hash table. Nothing can be removed. Not thread-safe while it is changed.
 */
final class SmallMap<V> extends AbstractMap<String, V> {

    /** More are better kept otherwise. */
    private static final int MOST = 32;

    private String[] names;
    private Object[] values;
    private int size;

    private SmallMap(int capacity) {
        names = new String[capacity];
        values = new Object[capacity];
    }

    /** An empty map that takes some names; a hash table where they may be many. */
    static <V> Map<String, V> of(int size) {
        return copyOf(Map.of(), size);
    }

    /** A copy of a map that takes some more names; a hash table where they may be many. */
    static <V> Map<String, V> copyOf(Map<String, V> map, int more) {
        int capacity = map.size() + more;
        if (capacity > MOST) {
            return new LinkedHashMap<>(map);
        }
        SmallMap<V> copy = new SmallMap<>(capacity);
        if (map instanceof SmallMap<V> small) {
            System.arraycopy(small.names, 0, copy.names, 0, small.size);
            System.arraycopy(small.values, 0, copy.values, 0, small.size);
            copy.size = small.size;
        } else {
            map.forEach(copy::put);
        }
        return copy;
    }

    private int find(@Nullable Object name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) values[index];
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        int index = find(name);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(name) >= 0;
    }

    @Override
    public @Nullable V put(String name, V value) {
        int index = find(name);
        if (index >= 0) {
            V before = value(index);
            values[index] = value;
            return before;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size + 1);
            values = Arrays.copyOf(values, 2 * size + 1);
        }
        names[size] = name;
        values[size++] = value;
        return null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], value(i));
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, V>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, V> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            Entry<String, V> entry = Map.entry(names[next], value(next));
            next++;
            return entry;
        }
    }
}
