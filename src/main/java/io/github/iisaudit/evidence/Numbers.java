package io.github.iisaudit.evidence;

/** A set of numbers that holds so many at most; more than that are not told apart. */
final class Numbers {

    private final int most;
    private long[] slots = new long[16];
    private int size;

    Numbers(int most) {
        this.most = most;
    }

    int size() {
        return size;
    }

    void add(long number) {
        // Zero is a free slot.
        long value = number == 0 ? 1 : number;
        if (size < most && isNew(value)) {
            if (size * 2 >= slots.length) {
                grow();
            }
            slots[slot(value)] = value;
            size++;
        }
    }

    private boolean isNew(long value) {
        return slots[slot(value)] != value;
    }

    private int slot(long value) {
        int slot = (int) (value ^ value >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 4];
        for (long value : old) {
            if (value != 0) {
                slots[slot(value)] = value;
            }
        }
    }
}
