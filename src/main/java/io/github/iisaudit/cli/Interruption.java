package io.github.iisaudit.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a command is at work: the command is asked to end with what it has, and the process waits for that before it ends
 * with exit code 130 (143 where another program asks it to end). Safe for use by several threads.
 */
final class Interruption {

    /** How long a command may take to end. */
    private static final int SECONDS = 30;

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

    /** The runtime calls it when the process is to end, and goes on with that when it returns. */
    private void ask() {
        isAsked = true;
        try {
            atWork.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
