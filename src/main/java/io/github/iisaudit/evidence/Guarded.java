package io.github.iisaudit.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Ends where packed bytes unpack to more than logs ever do. */
final class Guarded extends FilterInputStream {

    /** Before that nothing is suspected. */
    private static final long HARMLESS = 64L << 20;

    /** Logs that repeat one row come to about a hundred. */
    private static final long RATIO = 250;

    /** What such bytes are. */
    static final class BombException extends IOException {
        BombException() {
            super("it unpacks to more than " + RATIO + " times its size");
        }
    }

    private final LongSupplier packed;
    private long count;

    /** @param packed how many bytes were taken to give what was read */
    Guarded(InputStream in, LongSupplier packed) {
        super(in);
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count += Math.max(0, read);
        if (count > HARMLESS && count / RATIO > packed.getAsLong()) {
            throw new BombException();
        }
        return read;
    }
}
