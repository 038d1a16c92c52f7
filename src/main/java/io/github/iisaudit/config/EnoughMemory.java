package io.github.iisaudit.config;

import io.github.iisaudit.config.Budget.SpentException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sees to it that one server that takes too much is not the end of the others. Of several at work at the same time it need not be the
 * large one that meets the end of the memory, so that one gets another turn, in which nothing else is at work. Safe for use by several
 * threads.
 */
public final class EnoughMemory {

    private final AtomicInteger begun = new AtomicInteger();
    private final ReadWriteLock turns = new ReentrantReadWriteLock();

    /**
     * Works on a server, at the same time as on others.
     *
     * @param forget frees what can be had again
     * @param otherwise what stands for the result where the server takes too much: given why, and what to do about it, in one line
     */
    public <R> R give(Supplier<R> work, Runnable forget, Function<String, R> otherwise) {
        begun.incrementAndGet();
        try {
            return during(turns.readLock(), work);
        } catch (SpentException | StackOverflowError e) {
            return otherwise.apply(reason(e));
        } catch (OutOfMemoryError e) {
            forget.run();
            if (begun.get() == 1) {
                return otherwise.apply(reason(e));
            }
        }
        return again(work, forget, otherwise);
    }

    /** Does what cannot be done twice, and tells why it was not done to the end; empty where it was. */
    public static String once(Runnable work) {
        try {
            work.run();
            return "";
        } catch (SpentException | StackOverflowError | OutOfMemoryError e) {
            return reason(e);
        }
    }

    private <R> R again(Supplier<R> work, Runnable forget, Function<String, R> otherwise) {
        try {
            return during(turns.writeLock(), work);
        } catch (SpentException | StackOverflowError | OutOfMemoryError e) {
            forget.run();
            return otherwise.apply(reason(e));
        }
    }

    private static <R> R during(Lock turn, Supplier<R> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** Why a server could not be worked on, and what to do about it, in one line. */
    private static String reason(Throwable e) {
        if (e instanceof SpentException) {
            return String.valueOf(e.getMessage());
        }
        String lacking = e instanceof StackOverflowError ? "nested too deep" : "out of memory";
        String option = e instanceof StackOverflowError ? "-Xss16m" : "-Xmx2g";
        return lacking + ": give Java more, with IISAUDIT_OPTS=" + option + " or java " + option + " -jar iisaudit.jar";
    }
}
