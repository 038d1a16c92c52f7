package io.github.iisaudit.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text on a thread of its own, while what was read before is taken note of: the audit waits for both, and of many objects they
 * are about as much work. Some hundred objects wait for their turn in a few batches that are used again and again.
 */
final class EntriesAhead implements Intake {

    /** What reads a text. */
    interface Reading {
        void read(Intake intake) throws IOException, UnreadableDirectoryException;
    }

    private static final int BATCHES = 4;
    private static final int TOGETHER = 128;
    private static final int BYTES_TOGETHER = 1 << 18;

    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES);
    private Batch batch = new Batch();

    /** Some objects, and what was told behind the last of them. */
    private static final class Batch {

        private final Entry[] entries = new Entry[TOGETHER];
        private final List<Attribute> asked = new ArrayList<>();
        private int size;
        private int bytes;
        private int dropped;
        private boolean isMissing;
        private boolean isLast;

        Batch() {
            for (int i = 0; i < TOGETHER; i++) {
                entries[i] = new Entry();
            }
        }

        void giveTo(Intake intake) {
            for (int i = 0; i < size; i++) {
                intake.add(entries[i]);
            }
            asked.forEach(intake::ask);
            if (isMissing) {
                intake.miss();
            }
            for (; dropped > 0; dropped--) {
                intake.drop();
            }
        }

        /** Makes room again; what was large is made anew. */
        void clear() {
            for (int i = 0; i < size; i++) {
                entries[i] = entries[i].length() > BYTES_TOGETHER ? new Entry() : entries[i];
            }
            asked.clear();
            size = 0;
            bytes = 0;
        }
    }

    private EntriesAhead() {
        for (int i = 1; i < BATCHES; i++) {
            free.add(new Batch());
        }
    }

    /** Reads all, or fails as the reading does. The other intake is called by the calling thread only. */
    static void read(Reading reading, Intake intake) throws IOException, UnreadableDirectoryException {
        EntriesAhead ahead = new EntriesAhead();
        FutureTask<Void> task = new FutureTask<>(() -> ahead.all(reading));
        Thread thread = new Thread(task, "export");
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

    /** The last batch comes whatever came of it. */
    private Void all(Reading reading) throws IOException, UnreadableDirectoryException, InterruptedException {
        try {
            reading.read(this);
        } finally {
            batch.isLast = true;
            ready.put(batch);
        }
        return null;
    }

    private void give(Intake intake) throws InterruptedException {
        boolean isLast = false;
        while (!isLast) {
            Batch next = ready.take();
            isLast = next.isLast;
            next.giveTo(intake);
            next.clear();
            free.put(next);
        }
    }

    /** The entry must be the one that was given last. */
    @Override
    public Entry add(Entry entry) {
        batch.entries[batch.size++] = entry;
        batch.bytes += entry.length();
        if (batch.size == TOGETHER || batch.bytes > BYTES_TOGETHER) {
            pass();
        }
        return batch.entries[batch.size];
    }

    private void pass() {
        try {
            ready.put(batch);
            batch = free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void drop() {
        batch.dropped++;
    }

    @Override
    public void miss() {
        batch.isMissing = true;
    }

    /** What comes behind it is looked at with that in mind. An entry that is not added yet goes on to the next batch. */
    @Override
    public void ask(Attribute attribute) {
        batch.asked.add(attribute);
        batch.entries[batch.size] = new Entry();
        pass();
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
