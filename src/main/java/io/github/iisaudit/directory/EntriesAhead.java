package io.github.iisaudit.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text on a thread of its own, while what was read before is taken note of: of many entries half the work is either. A few
 * hundred wait for their turn.
 */
final class EntriesAhead implements Intake {

    /** What reads a text. */
    interface Reading {
        void read(Intake intake) throws IOException, UnreadableDirectoryException;
    }

    private static final int TOGETHER = 128;
    private static final int BYTES_TOGETHER = 1 << 18;
    private static final int WAITING = 4;

    private final BlockingQueue<List<Entry>> ready = new ArrayBlockingQueue<>(WAITING);
    private List<Entry> entries = new ArrayList<>(TOGETHER);
    private int bytes;
    private int dropped;
    private final Set<Attribute> asked = new HashSet<>();

    private EntriesAhead() {}

    /** Reads all, or fails as the reading does. The other intake is called by the calling thread only. */
    static void read(Reading reading, Intake intake) throws IOException, UnreadableDirectoryException {
        EntriesAhead ahead = new EntriesAhead();
        FutureTask<Void> task = new FutureTask<>(() -> ahead.all(reading));
        Thread thread = new Thread(task, "directory");
        thread.setDaemon(true);
        thread.start();
        try {
            ahead.give(intake);
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            thread.interrupt();
        }
        ahead.asked.forEach(intake::ask);
        for (int i = 0; i < ahead.dropped; i++) {
            intake.drop();
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause)
            throws IOException, UnreadableDirectoryException {
        if (cause instanceof IOException failure) {
            throw failure;
        } else if (cause instanceof UnreadableDirectoryException failure) {
            throw failure;
        } else if (cause instanceof Error failure) {
            throw failure;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /** An empty list is the end, whatever came of it. */
    private Void all(Reading reading) throws IOException, UnreadableDirectoryException, InterruptedException {
        try {
            reading.read(this);
            if (!entries.isEmpty()) {
                ready.put(entries);
            }
        } finally {
            ready.put(List.of());
        }
        return null;
    }

    private void give(Intake intake) throws InterruptedException {
        for (List<Entry> next = ready.take(); !next.isEmpty(); next = ready.take()) {
            next.forEach(intake::add);
        }
    }

    @Override
    public void add(Entry entry) {
        entries.add(entry);
        bytes += entry.length();
        if (entries.size() == TOGETHER || bytes > BYTES_TOGETHER) {
            pass();
        }
    }

    private void pass() {
        try {
            ready.put(entries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        entries = new ArrayList<>(TOGETHER);
        bytes = 0;
    }

    @Override
    public void drop() {
        dropped++;
    }

    @Override
    public void ask(Attribute attribute) {
        asked.add(attribute);
    }

    @Override
    public void answer(String pattern) {
        throw new UnsupportedOperationException("no text of objects tells all holders of a name");
    }

    @Override
    public void knowDuplicates() {
        throw new UnsupportedOperationException("no text of objects tells all duplicates");
    }
}
