package io.github.iisaudit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work on several items at the same time whose results are taken in the order of the items. Only a few results wait for their
 * turn, so memory does not grow with the number of items.
 */
public final class InOrder {

    /** How many items for each thread are at work or wait for their turn, where results are small. */
    private static final int AHEAD = 8;

    /**
     * How much is done at a time.
     *
     * @param items how many are at work, wait for their turn or have it
     */
    private record Pace(int threads, int items) {}

    private InOrder() {}

    /**
     * Works through all items, or until a result says {@link CancellationException}.
     *
     * @param work called by up to {@code jobs} threads
     * @param taker called by the calling thread, in the order of the items
     */
    public static <T, R> void run(List<T> items, Function<T, R> work, int jobs, Consumer<R> taker) {
        int threads = Math.min(jobs, items.size());
        run(items, work, new Pace(threads, threads > 1 ? threads * AHEAD : 1), taker);
    }

    /** Works on one item while the result of the one before is taken: for results that take much memory. */
    public static <T, R> void oneAhead(List<T> items, Function<T, R> work, Consumer<R> taker) {
        run(items, work, new Pace(1, Math.min(2, items.size())), taker);
    }

    private static <T, R> void run(List<T> items, Function<T, R> work, Pace pace, Consumer<R> taker) {
        try {
            if (pace.items <= 1) {
                items.forEach(item -> taker.accept(work.apply(item)));
            } else {
                parallel(items, work, pace, taker);
            }
        } catch (CancellationException e) {
            // What was taken so far is the result.
        }
    }

    private static <T, R> void parallel(List<T> items, Function<T, R> work, Pace pace, Consumer<R> taker) {
        ExecutorService workers = Executors.newFixedThreadPool(pace.threads, InOrder::daemon);
        try {
            Deque<Future<R>> waiting = new ArrayDeque<>();
            for (T item : items) {
                waiting.add(workers.submit(() -> work.apply(item)));
                if (waiting.size() == pace.items) {
                    taker.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                taker.accept(result(waiting.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "audit");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
