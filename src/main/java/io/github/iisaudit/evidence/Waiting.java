package io.github.iisaudit.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Refusals whose clients may yet succeed: the oldest is the first to go, and those of one client are found at once. */
final class Waiting {

    private static final int BUCKETS = 1 << 12;

    private final Deque<Refusal> inOrder = new ArrayDeque<>();

    /** The oldest and the latest of each bucket of clients. */
    private final @Nullable Refusal[] buckets = new Refusal[BUCKETS];

    private final @Nullable Refusal[] ends = new Refusal[BUCKETS];

    int size() {
        return inOrder.size();
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** The oldest. */
    Refusal first() {
        return inOrder.element();
    }

    void add(Refusal refusal) {
        inOrder.add(refusal);
        int bucket = bucket(refusal.client);
        Refusal end = ends[bucket];
        if (end == null) {
            buckets[bucket] = refusal;
        } else {
            end.next = refusal;
        }
        ends[bucket] = refusal;
    }

    /** Takes the oldest away, which is the oldest of its bucket too. */
    Refusal remove() {
        Refusal oldest = inOrder.remove();
        int bucket = bucket(oldest.client);
        buckets[bucket] = oldest.next;
        if (oldest.next == null) {
            ends[bucket] = null;
        }
        return oldest;
    }

    /** The oldest of a client; null where there is none. */
    @Nullable
    Refusal of(long client) {
        return of(client, buckets[bucket(client)]);
    }

    /** The next one of the same client. */
    @Nullable
    Refusal after(Refusal refusal) {
        return of(refusal.client, refusal.next);
    }

    private static @Nullable Refusal of(long client, @Nullable Refusal first) {
        Refusal each = first;
        while (each != null && each.client != client) {
            each = each.next;
        }
        return each;
    }

    private static int bucket(long client) {
        return (int) (client ^ client >>> 32) & BUCKETS - 1;
    }
}
