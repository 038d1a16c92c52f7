package io.github.iisaudit.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a command is at work, or another program that asks it to end: the command is asked to end with what it has, and the
 * process waits for that before it ends with exit code 130. Whoever asks twice does not wait. Safe for use by several threads.
 */
final class Interruption {

    /** How long a command may take to end. */
    private static final int TURNS = 600;

    private static final int MILLISECONDS = 50;

    private final CountDownLatch atWork = new CountDownLatch(1);
    private final Thread listener = new Thread(this::ask, "interruption");
    private volatile boolean isAsked;

    private Interruption() {}

    /** Begins to listen; nothing is heard after {@link #over}. */
    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.listener);
        return interruption;
    }

    /** The runtime calls it when the process is to end; it would end with another code for each signal. */
    private void ask() {
        isAsked = true;
        try {
            boolean isOver = false;
            for (int turn = 0; !isOver && turn < TURNS && signals() < 2; turn++) {
                isOver = atWork.await(MILLISECONDS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Destination.abandon();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
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
}
