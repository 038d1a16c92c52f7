package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one server may cost. Work is counted in steps, never in time, and counted the same whatever other servers have in common
 * with it, so that the same input always ends in the same place. The largest server that is public takes 0.2 million for 178
 * paths, a made one whose web.config files all write handlers and authentication 0.3 million for 160. Not thread-safe: each server
 * has its own.
 */
public final class Budget {

    /** About five seconds. */
    private static final long STEPS = 50_000_000;

    private static final long LEAST = 500_000;

    /** Each keeps a kilobyte until it is reported. */
    private static final long FINDINGS = 200_000;

    /** What steps go to. */
    public enum Use {
        PATHS("the way down to its configuration paths"),
        FILES("its configuration files, for more of which there is room with IISAUDIT_OPTS=-Xmx2g"),
        LISTS("lists of entries laid over those that paths inherit"),
        BINDINGS("the bindings of its sites at each of their paths"),
        ERRORS("the sections with errors that paths inherit"),
        FINDINGS("the paths that its findings reach"),
        NEIGHBOURS("applications that share host names"),
        HOLDERS("the accounts that hold the names of its applications"),
        RULES("what rules look at"),
        SHOWN("entries of lists that are shown at each path");

        private final String words;

        Use(String words) {
            this.words = words;
        }
    }

    /** A server has used its budget up; the message says why, and what to do about it, in one line. */
    public static final class SpentException extends RuntimeException {

        private SpentException(String reason) {
            super(reason, null, false, false);
        }
    }

    private final long limit;
    private final long mostFindings;
    private final int readings;
    private final long[] used = new long[Use.values().length];
    private long left;
    private long findingsLeft;
    private @Nullable SpentException spent;

    /** The budget of any server. */
    public Budget() {
        this(STEPS, FINDINGS);
    }

    /** That of a server which is read several times: a part of it for each, which is still many times what real servers take. */
    public static Budget of(ConfigSource source) {
        int readings = source.readings();
        return new Budget(Math.max(LEAST, STEPS / readings), FINDINGS, readings);
    }

    /** A budget of so many steps and findings. */
    public Budget(long steps, long findings) {
        this(steps, findings, 1);
    }

    private Budget(long steps, long findings, int readings) {
        this.readings = readings;
        this.limit = steps;
        this.left = steps;
        this.mostFindings = findings;
        this.findingsLeft = findings;
    }

    /** @throws SpentException if there are not so many steps left */
    public void step(Use use, long steps) {
        used[use.ordinal()] += steps;
        left -= steps;
        if (left < 0) {
            throw spent("given up after " + grouped(limit) + " steps, of which "
                    + grouped(Math.min(limit, used[most().ordinal()])) + " went into " + most().words
                    + ": no real server is known that takes so many; see whether its files are what they should be");
        }
    }

    /**
     * Counts what takes memory until a reading ends, and is free again in the next.
     *
     * @throws SpentException if there is no room for it
     */
    public void keep(Use use, long steps) {
        step(use, steps / readings);
    }

    /**
     * Looks ahead to what is going to be kept for so many things, and takes none of it where there is room.
     *
     * @throws SpentException if there is no room for them
     */
    void expect(Use use, long things, long steps) {
        if (things * (steps / readings) > left) {
            keep(use, things * steps);
        }
    }

    /** @throws SpentException if there may not be another finding */
    public void finding() {
        findingsLeft--;
        if (findingsLeft < 0) {
            findingsLeft = 0;
            throw spent("given up after " + grouped(mostFindings)
                    + " findings: leave rules out with --skip-rule, or see whether its files are what they should be");
        }
    }

    private SpentException spent(String reason) {
        spent = new SpentException(reason);
        return spent;
    }

    /** Whether it is used up. */
    public boolean isSpent() {
        return spent != null;
    }

    /** @throws SpentException if it is used up, though somebody has coped with that */
    public void check() {
        if (spent != null) {
            throw spent;
        }
    }

    /** How many steps were taken so far. */
    public long steps() {
        return limit - left;
    }

    /** How many of them went to one thing. */
    public long steps(Use use) {
        return used[use.ordinal()];
    }

    private Use most() {
        Use most = Use.PATHS;
        for (Use use : Use.values()) {
            most = used[use.ordinal()] > used[most.ordinal()] ? use : most;
        }
        return most;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
