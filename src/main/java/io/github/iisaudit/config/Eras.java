package io.github.iisaudit.config;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The times into which work on many servers is divided, so that several memories forget together: each remembers this era and the
 * one before. Safe for use by several threads.
 */
final class Eras {

    private final AtomicInteger current = new AtomicInteger();

    int current() {
        return current.get();
    }

    /** Begins another one. */
    void next() {
        current.incrementAndGet();
    }
}
