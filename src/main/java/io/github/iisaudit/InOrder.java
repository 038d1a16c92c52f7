package io.github.iisaudit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work on several items at the same time whose results are taken in the order of the items. Only a few results wait for their
 * turn, so memory does not grow with the number of items. Whoever takes them is free to end within a second or two, whatever the work
 * is at.
 */
public final class InOrder {

    /** How many items for each thread are at work or wait for their turn, where results are small. */
    private static final int AHEAD = 8;

    private static final int MILLISECONDS = 100;

    /** How often work that does not hear that it is to end is waited for. */
    private static final int TURNS = 10;

    /** And work that has heard it: it only puts together what it has. */
    private static final int TURNS_OF_HEARD = 50;

    private static final BooleanSupplier NEVER = () -> false;

    /** Who works, and how long. Safe for use by several threads. */
    public static final class Jobs {

        private final int threads;
        private final BooleanSupplier isCancelled;
        private volatile boolean isHeard;
        private int turns;

        /**
         * Some workers.
         *
         * @param threads how many items are at work at the same time, at least 1
         * @param isCancelled whether to end with what was taken
         */
        public Jobs(int threads, BooleanSupplier isCancelled) {
            this.threads = threads;
            this.isCancelled = isCancelled;
        }

        /** Work to the end. */
        public static Jobs of(int threads) {
            return new Jobs(threads, NEVER);
        }

        /** Whether the work that asks is to end with what it has. Work that does not ask is left alone at its end. */
        public boolean isCancelled() {
            boolean toEnd = isCancelled.getAsBoolean();
            if (toEnd) {
                isHeard = true;
            }
            return toEnd;
        }

        /** Of whoever takes the results, who waits for all of them together no longer than for one. */
        private boolean isPatient() {
            return turns < (isHeard ? TURNS_OF_HEARD : TURNS);
        }

        private void waited() {
            turns = isCancelled.getAsBoolean() ? turns + 1 : 0;
        }
    }

    /**
     * How much is done at a time.
     *
     * @param items how many are at work, wait for their turn or have it
     */
    private record Pace(int threads, int items, Jobs jobs) {}

    private InOrder() {}

    /**
     * Works through all items, or until a result or its taker says {@link CancellationException}, or the jobs are cancelled.
     *
     * @param work called by up to so many threads as there are jobs
     * @param taker called by the calling thread, in the order of the items
     */
    public static <T, R> void run(List<T> items, Function<T, R> work, Jobs jobs, Consumer<R> taker) {
        int threads = Math.min(jobs.threads, items.size());
        run(items, work, new Pace(threads, threads > 1 ? threads * AHEAD : 1, jobs), taker);
    }

    /** Works on one item while the result of the one before is taken: for results that take much memory. */
    public static <T, R> void oneAhead(
            List<T> items, Function<T, R> work, BooleanSupplier isCancelled, Consumer<R> taker) {
        run(items, work, new Pace(1, Math.min(2, items.size()), new Jobs(1, isCancelled)), taker);
    }

    private static <T, R> void run(List<T> items, Function<T, R> work, Pace pace, Consumer<R> taker) {
        try {
            if (items.isEmpty() || pace.items <= 1 && pace.jobs.isCancelled == NEVER) {
                items.forEach(item -> taker.accept(work.apply(item)));
            } else if (items.size() == 1) {
                alone(items.get(0), work, pace.jobs, taker);
            } else {
                parallel(items, work, pace, taker);
            }
        } catch (CancellationException e) {
            // What was taken so far is the result.
        }
    }

    /** Without a pool, whose classes would be a thirtieth of those that the audit of one file loads. */
    private static <T, R> void alone(T item, Function<T, R> work, Jobs jobs, Consumer<R> taker) {
        Answer<T, R> answer = new Answer<>(item, work);
        Thread worker = daemon(answer);
        worker.start();
        try {
            taker.accept(answer.await(jobs));
        } finally {
            worker.interrupt();
        }
    }

    private static <T, R> void parallel(List<T> items, Function<T, R> work, Pace pace, Consumer<R> taker) {
        ExecutorService workers = Executors.newFixedThreadPool(pace.threads, InOrder::daemon);
        try {
            Deque<Answer<T, R>> waiting = new ArrayDeque<>();
            for (T item : items) {
                if (pace.jobs.isCancelled.getAsBoolean()) {
                    break;
                }
                Answer<T, R> answer = new Answer<>(item, work);
                workers.execute(answer);
                waiting.add(answer);
                if (waiting.size() == pace.items) {
                    taker.accept(waiting.remove().await(pace.jobs));
                }
            }
            while (!waiting.isEmpty()) {
                taker.accept(waiting.remove().await(pace.jobs));
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

    /**
     * The work on one item, and what came of it. Java's own task sets up method handles, which take a fiftieth of the audit of one
     * file.
     */
    private static final class Answer<T, R> implements Runnable {

        private final T item;
        private final Function<T, R> work;
        private @Nullable R result;
        private @Nullable Throwable failure;
        private boolean isDone;

        Answer(T item, Function<T, R> work) {
            this.item = item;
            this.work = work;
        }

        /** Takes no memory to say that there was none. */
        @Override
        public void run() {
            try {
                end(work.apply(item), null);
            } catch (Throwable e) {
                end(null, e);
            }
        }

        private synchronized void end(@Nullable R found, @Nullable Throwable thrown) {
            result = found;
            failure = thrown;
            isDone = true;
            notifyAll();
        }

        /** The result, as soon as it is there, or what the work threw. */
        synchronized R await(Jobs jobs) {
            while (!isDone && jobs.isPatient()) {
                pause();
                jobs.waited();
            }
            if (!isDone) {
                throw new CancellationException();
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            return Objects.requireNonNull(result);
        }

        private void pause() {
            try {
                wait(MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
