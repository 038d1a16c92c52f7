package io.github.iisaudit.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C, or another program that asks this one to end: a command that heeds it is asked to end with what it has, and the process
 * waits for that before it ends with exit code 130. What is being written is waited for too, whatever the command; where nothing is
 * at work that could be lost, the process ends at once. Whoever asks twice does not wait. Safe for use by several threads.
 */
final class Interruption {

    private static final int MILLISECONDS = 50;

    /** How long a command may take to end that has heard that it is to. */
    private static final int TURNS = 600;

    /** And how long it may take to hear it, or whoever reads standard output to take any more of it. */
    private static final int TURNS_OF_DEAF = 30;

    private final CountDownLatch atWork = new CountDownLatch(1);
    private final Thread listener = new Thread(this::ask, "interruption");
    private volatile boolean isAsked;
    private volatile boolean isHeeded;
    private volatile boolean isHeard;

    /** Odd while standard output takes something. */
    private final AtomicInteger writing = new AtomicInteger();

    private Interruption() {}

    /** Nobody asks. */
    static Interruption never() {
        return new Interruption();
    }

    /** Begins to listen; nothing is heard after {@link #over}. */
    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.listener);
        return interruption;
    }

    /** From here on the command asks often whether it is to end, and has something to say then. */
    Interruption heeded() {
        isHeeded = true;
        return this;
    }

    /** The runtime calls it when the process is to end; it would end with another code for each signal. */
    private void ask() {
        isAsked = true;
        try {
            if (!await()) {
                Destination.abandon();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    /** Whether the command ended in time. */
    private boolean await() throws InterruptedException {
        boolean isOver = atWork.await(MILLISECONDS, TimeUnit.MILLISECONDS);
        int deaf = 0;
        for (int turn = 0; !isOver && turn < TURNS && deaf < patience() && signals() < 2; turn++) {
            int before = writing.get();
            isOver = atWork.await(MILLISECONDS, TimeUnit.MILLISECONDS);
            boolean isStuck = before == writing.get() && before % 2 != 0;
            boolean isAwaited = isHeard || before != writing.get() || Destination.isWriting();
            deaf = isAwaited && !isStuck ? 0 : deaf + 1;
        }
        return isOver;
    }

    private int patience() {
        return isHeeded || writing.get() != 0 || Destination.isWriting() ? TURNS_OF_DEAF : 1;
    }

    /** How many signals came: the runtime hears each on a thread of its own, the second of which waits for the first. */
    private static int signals() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[all.activeCount() + 16];
        int count = all.enumerate(threads, true);
        int signals = 0;
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            signals += name.startsWith("SIG") && name.endsWith(" handler") ? 1 : 0;
        }
        return signals;
    }

    /** Whether somebody wants the command to end. */
    boolean isAsked() {
        if (isAsked) {
            isHeard = true;
        }
        return isAsked;
    }

    /** The command is done. */
    void over() {
        atWork.countDown();
        if (!isAsked) {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(listener);
        } catch (IllegalStateException e) {
            // The process is ending already; the listener has nothing to wait for.
        }
    }

    /** A stream whose reader is waited for as long as it reads. */
    OutputStream watched(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                writing.incrementAndGet();
                try {
                    out.write(bytes, from, length);
                } finally {
                    writing.incrementAndGet();
                }
            }
        };
    }
}
