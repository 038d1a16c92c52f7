package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** The numbers of records by names, ignoring case: a few bytes a name, so that millions have room. Two names may share a number's place. */
final class KeyIndex {

    private long[] pairs = new long[1024];
    private int size;
    private boolean isSorted;

    void add(String name, int number) {
        add(hash(name), number);
    }

    /** @param key what the name comes down to */
    void add(int key, int number) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = (long) key << 32 | number;
        isSorted = false;
    }

    int size() {
        return size;
    }

    /** Forgets what was added since there were so many. */
    void truncate(int wanted) {
        size = Math.min(size, wanted);
    }

    void add(byte[] name, int start, int end, int number) {
        for (int i = start; i < end; i++) {
            if (name[i] < 0) {
                add(new String(name, start, end - start, StandardCharsets.UTF_8), number);
                return;
            }
        }
        add(hash(name, start, end), number);
    }

    private static int hash(byte[] ascii, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + (ascii[i] | 0x20);
        }
        return hash;
    }

    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            hash = 31 * hash + (letter < 0x80 ? letter | 0x20 : Character.toLowerCase(letter));
        }
        return hash;
    }

    /** Gives the numbers of those that may share a name, several at once. */
    void forEachShared(Consumer<int[]> taker) {
        sort();
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || pairs[i] >> 32 != pairs[start] >> 32) {
                if (i - start > 1) {
                    taker.accept(numbers(start, i));
                }
                start = i;
            }
        }
    }

    private void sort() {
        if (!isSorted) {
            Arrays.sort(pairs, 0, size);
            isSorted = true;
        }
    }

    private int[] numbers(int start, int end) {
        int[] numbers = new int[end - start];
        for (int i = start; i < end; i++) {
            numbers[i - start] = (int) pairs[i];
        }
        return numbers;
    }

    /** The numbers of all records that may have a name, in order; others may be among them. */
    int[] candidates(String name) {
        return candidates(hash(name));
    }

    int[] candidates(int key) {
        sort();
        long first = (long) key << 32;
        int at = Arrays.binarySearch(pairs, 0, size, first);
        int start = at < 0 ? -at - 1 : at;
        int end = start;
        while (end < size && pairs[end] >> 32 == first >> 32) {
            end++;
        }
        return numbers(start, end);
    }
}
