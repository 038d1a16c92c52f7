package io.github.iisaudit.directory;

import java.util.Arrays;
import java.util.function.Consumer;

/** The numbers of records by names, ignoring case: a few bytes a name, so that millions have room. Two names may share a number's place. */
final class KeyIndex {

    private long[] pairs = new long[1024];
    private int size;
    private boolean isSorted;

    void add(String name, int number) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = pair(name) | number;
        isSorted = false;
    }

    int size() {
        return size;
    }

    /** Forgets what was added since there were so many. */
    void truncate(int wanted) {
        size = Math.min(size, wanted);
    }

    private static long pair(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            hash = 31 * hash + (letter < 0x80 ? letter | 0x20 : Character.toLowerCase(letter));
        }
        return (long) hash << 32;
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
        sort();
        long first = pair(name);
        int at = Arrays.binarySearch(pairs, 0, size, first);
        int start = at < 0 ? -at - 1 : at;
        int end = start;
        while (end < size && pairs[end] >> 32 == first >> 32) {
            end++;
        }
        return numbers(start, end);
    }
}
