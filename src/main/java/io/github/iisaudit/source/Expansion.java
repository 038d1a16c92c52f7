package io.github.iisaudit.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What has been unpacked of one archive so far: there is a limit to it. Safe for use by several threads. */
final class Expansion {

    /** Of all that is read of it, kept or not. */
    static final long MOST_BYTES = 4L << 30;

    /** Configuration shrinks to a tenth; to less than this only what is made to. */
    private static final long MOST_RATIO = 250;

    /** Below that, a ratio tells nothing. */
    private static final long SMALL = 16L << 20;

    private final long packed;
    private final @Nullable Expansion around;
    private long read;

    /**
     * Of an archive of which nothing was unpacked yet.
     *
     * @param packed the size of the archive; the largest number where what is read of it is not packed
     * @param around that of the archive that it lies in; null where it lies in none
     */
    Expansion(long packed, @Nullable Expansion around) {
        this.packed = Math.max(1, packed);
        this.around = around;
    }

    /** An archive costs more than one may. */
    static final class LimitException extends IOException {

        private static final long serialVersionUID = 1L;

        LimitException(String what) {
            super(what);
        }
    }

    /** Takes notice of what was unpacked, here and of the archive around. */
    void count(long bytes) throws LimitException {
        add(bytes);
        if (around != null) {
            around.count(bytes);
        }
    }

    private synchronized void add(long bytes) throws LimitException {
        read += bytes;
        if (read > MOST_BYTES) {
            throw new LimitException("it expands to more than " + (MOST_BYTES >> 30) + " GiB");
        }
        if (read > SMALL && read / MOST_RATIO > packed) {
            throw new LimitException("it expands to more than " + MOST_RATIO + " times its size");
        }
    }

    /** What was read is given back. */
    synchronized void forget() {
        read = 0;
    }

    /** A stream of the archive whose bytes count. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }
}
