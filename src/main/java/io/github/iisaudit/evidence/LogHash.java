package io.github.iisaudit.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A number for some bytes: the same for the same bytes, and for others hardly ever. */
final class LogHash {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xBF58476D1CE4E5B9L;

    private LogHash() {}

    /** @param seed the number of what came before */
    static long of(byte[] bytes, int from, int to, long seed) {
        long even = seed ^ (to - from) * FIRST;
        long odd = SECOND;
        int i = from;
        // Two chains, for a multiplication waits for the one before it.
        for (; i + 2 * Long.BYTES <= to; i += 2 * Long.BYTES) {
            even = (even ^ (long) WORDS.get(bytes, i)) * FIRST;
            odd = (odd ^ (long) WORDS.get(bytes, i + Long.BYTES)) * SECOND;
            even ^= even >>> 32;
            odd ^= odd >>> 29;
        }
        if (i + Long.BYTES <= to) {
            even = mixed(even ^ (long) WORDS.get(bytes, i));
            i += Long.BYTES;
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 8 | bytes[i] & 0xFF;
        }
        return mixed(even ^ mixed(odd ^ rest));
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 32) * SECOND;
        return mixed ^ mixed >>> 29;
    }
}
