package io.github.iisaudit.cli;

import io.github.iisaudit.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that says how far an audit is; it is written over and over, at most ten times a second, and wiped out at the
 * end.
 */
final class ProgressLine implements Progress {

    private static final long SECOND = 1_000_000_000L;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter out;
    private final LongSupplier nanoseconds;
    private final BooleanSupplier isCancelled;
    private long begin;
    private long shown;
    private int all;
    private int servers;
    private int files;
    private int findings;

    /** @param nanoseconds a clock that only goes forward */
    ProgressLine(PrintWriter out, LongSupplier nanoseconds, BooleanSupplier isCancelled) {
        this.out = out;
        this.nanoseconds = nanoseconds;
        this.isCancelled = isCancelled;
    }

    @Override
    public void start(int servers) {
        all = servers;
        begin = nanoseconds.getAsLong();
        shown = begin;
    }

    @Override
    public void done(int moreFiles, int moreFindings) {
        servers++;
        files += moreFiles;
        findings += moreFindings;
        long now = nanoseconds.getAsLong();
        if (servers < all && now - shown >= SECOND / 10) {
            shown = now;
            out.print(WIPE + line(now - begin));
            out.flush();
        }
    }

    private String line(long elapsed) {
        double rate = servers * (double) SECOND / Math.max(1, elapsed);
        long left = Math.round((all - servers) / Math.max(rate, 1e-9));
        String speed = rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : String.valueOf(Math.round(rate));
        return servers + " of " + all + " servers, " + files + " files, " + findings + " findings, " + speed
                + " servers/s, " + left / 60 + ":" + (left % 60 < 10 ? "0" : "") + left % 60 + " left";
    }

    /** Takes the line away, so that other text can be written. */
    @Override
    public void end() {
        if (shown != begin) {
            out.print(WIPE);
            out.flush();
            shown = begin;
        }
    }

    @Override
    public boolean isCancelled() {
        return isCancelled.getAsBoolean();
    }
}
