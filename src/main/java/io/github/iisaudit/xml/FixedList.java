package io.github.iisaudit.xml;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** A list that is made once and not changed: of one class, whatever it holds, so that it costs little to ask. */
final class FixedList<E> extends AbstractList<E> implements RandomAccess {

    private static final FixedList<?> EMPTY = new FixedList<>(new Object[0]);

    private final Object[] items;

    private FixedList(Object[] items) {
        this.items = items;
    }

    @SuppressWarnings("unchecked")
    static <E> FixedList<E> empty() {
        return (FixedList<E>) EMPTY;
    }

    /** A list of some items of an array, which may be changed later. */
    static <E> FixedList<E> of(E[] items, int from, int to) {
        return from == to ? empty() : new FixedList<>(Arrays.copyOfRange(items, from, to, Object[].class));
    }

    static <E> FixedList<E> copyOf(List<? extends E> others) {
        return others.isEmpty() ? empty() : new FixedList<>(others.toArray());
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        return (E) items[index];
    }

    @Override
    public int size() {
        return items.length;
    }
}
