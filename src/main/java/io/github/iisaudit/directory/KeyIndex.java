package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** The numbers of records by names, ignoring case: a few bytes a name, so that millions have room. Two names may share a number's place. */
final class KeyIndex {

    /** An odd number gives each key another one: those that differ at their end differ at their beginning, too. */
    private static final int SPREAD = 0x9E3779B1;

    private static final int TOGETHER = 8;

    /** Another one each time, so that nobody can write names that all share a place. It shows in nothing that is told. */
    private static final int SECRET = (int) (System.nanoTime() * 0x9E3779B97F4A7C15L >>> 17) | 1;

    private long[] pairs = new long[1024];
    private int size;
    private boolean isSorted;

    void add(String name, int number) {
        add(hash(name), number);
    }

    /** @param key what the name comes down to */
    void add(int key, int number) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(1024, size + (size >> 1)));
        }
        pairs[size++] = (long) (key * SPREAD) << 32 | number;
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
        add(key(name, start, end), number);
    }

    /** What a name comes down to. */
    static int key(byte[] name, int start, int end) {
        int hash = 0;
        int all = 0;
        for (int i = start; i < end; i++) {
            byte letter = name[i];
            all |= letter;
            hash = mixed(hash, letter | 0x20);
        }
        return all < 0 ? hash(new String(name, start, end - start, StandardCharsets.UTF_8)) : hash;
    }

    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            hash = mixed(hash, letter < 0x80 ? letter | 0x20 : Character.toLowerCase(letter));
        }
        return hash;
    }

    private static int mixed(int hash, int letter) {
        int product = (hash ^ letter) * SECRET;
        return product ^ product >>> 15;
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

    /** Keys are spread evenly: parted by how they begin, a few at a time are left to sort. */
    private void sort() {
        if (isSorted) {
            return;
        }
        int shift = Integer.numberOfLeadingZeros(size / TOGETHER | 1) + Integer.SIZE;
        int[] ends = new int[1 << Long.SIZE - shift];
        for (int i = 0; i < size; i++) {
            ends[part(pairs[i], shift)]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        long[] sorted = new long[size];
        for (int i = size - 1; i >= 0; i--) {
            sorted[--ends[part(pairs[i], shift)]] = pairs[i];
        }
        for (int i = 0; i < ends.length; i++) {
            Arrays.sort(sorted, ends[i], i + 1 < ends.length ? ends[i + 1] : size);
        }
        pairs = sorted;
        isSorted = true;
    }

    /** In order of the pairs, of which the lowest is negative. */
    private static int part(long pair, int shift) {
        return (int) ((pair ^ Long.MIN_VALUE) >>> shift);
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
        long first = (long) (key * SPREAD) << 32;
        int at = Arrays.binarySearch(pairs, 0, size, first);
        int start = at < 0 ? -at - 1 : at;
        int end = start;
        while (end < size && pairs[end] >> 32 == first >> 32) {
            end++;
        }
        return numbers(start, end);
    }
}
