package io.github.iisaudit.cli;

import io.github.iisaudit.evidence.EvidenceProgress;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How far the reading is, on a terminal. */
final class EvidenceLine implements EvidenceProgress {

    private static final String WIPE = "\r\u001b[K";
    private static final long TENTH = 100_000_000L;

    private final @Nullable PrintWriter out;
    private final LongSupplier nanoseconds;
    private final BooleanSupplier isCancelled;
    private final long begin;
    private long shown;
    private long bytes;

    EvidenceLine(@Nullable PrintWriter out, LongSupplier nanoseconds, BooleanSupplier isCancelled) {
        this.out = out;
        this.nanoseconds = nanoseconds;
        this.isCancelled = isCancelled;
        this.begin = nanoseconds.getAsLong();
        this.shown = begin;
    }

    @Override
    public void read(long more) {
        bytes += more;
        long now = nanoseconds.getAsLong();
        if (out != null && now - shown >= TENTH) {
            shown = now;
            long rate = bytes * 1000 / Math.max(1, (now - begin) / 1_000_000);
            out.print(WIPE + (bytes >> 20) + " MB of logs read, " + (rate >> 20) + " MB/s");
            out.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return isCancelled.getAsBoolean();
    }

    void end() {
        if (out != null && shown != begin) {
            out.print(WIPE);
            out.flush();
        }
    }
}
