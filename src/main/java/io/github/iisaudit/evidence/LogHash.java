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
        long hash = seed ^ (to - from) * FIRST;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(bytes, i));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 8 | bytes[i] & 0xFF;
        }
        return mixed(hash ^ rest);
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 32) * SECOND;
        return (mixed ^ mixed >>> 29) * FIRST;
    }
}
