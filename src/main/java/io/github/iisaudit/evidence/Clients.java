package io.github.iisaudit.evidence;

/**
 * When clients were last asked for credentials, for those that were within the last minute. It holds as many as there are in a minute,
 * up to a million; beyond that it forgets them all.
 */
final class Clients {

    /** How long an anonymous 401 counts. */
    static final long WINDOW = 60_000;

    private static final int MOST = 1 << 20;

    private long[] keys = new long[1 << 10];
    private long[] times = new long[1 << 10];
    private byte[] steps = new byte[1 << 10];
    private int size;

    /** Where a logon of a client stands. */
    static final byte DONE = 0;

    static final byte ASKED = 1;
    static final byte CHALLENGED = 2;

    void asked(long client, long time) {
        int slot = slot(client);
        if (times[slot] == 0) {
            if (size * 2 >= keys.length) {
                renew(time);
                slot = slot(client);
            }
            size++;
        }
        keys[slot] = client;
        times[slot] = time;
        steps[slot] = ASKED;
    }

    /** Whether it was asked in the minute before. */
    boolean wasAsked(long client, long time) {
        long asked = times[slot(client)];
        return asked != 0 && time - asked <= WINDOW && asked <= time;
    }

    /** Where its logon stands. */
    byte step(long client, long time) {
        return wasAsked(client, time) ? steps[slot(client)] : DONE;
    }

    /** Its logon goes on; it was asked before. */
    void step(long client, byte step) {
        steps[slot(client)] = step;
    }

    private int slot(long client) {
        int mask = keys.length - 1;
        int slot = (int) (client ^ client >>> 32) & mask;
        while (times[slot] != 0 && keys[slot] != client) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Leaves out who was asked too long ago, and makes room. */
    private void renew(long now) {
        long[] oldKeys = keys;
        long[] oldTimes = times;
        byte[] oldSteps = steps;
        int young = 0;
        for (long time : oldTimes) {
            young += time != 0 && now - time <= WINDOW ? 1 : 0;
        }
        boolean isTooMuch = young > MOST;
        int capacity = isTooMuch ? 1 << 10 : Math.max(1 << 10, Integer.highestOneBit(young * 4) * 2);
        keys = new long[capacity];
        times = new long[capacity];
        steps = new byte[capacity];
        size = 0;
        for (int i = 0; i < oldTimes.length && !isTooMuch; i++) {
            if (oldTimes[i] != 0 && now - oldTimes[i] <= WINDOW) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                times[slot] = oldTimes[i];
                steps[slot] = oldSteps[i];
                size++;
            }
        }
    }
}
