package io.github.iisaudit.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an archive that can only be read from its beginning to its end. They are remembered until the collector comes by, or
 * all the time where they are released by nobody: of many archives they would fill the memory long before it lacks, and reading one
 * once more costs less than all that collecting. Safe for use by several threads.
 */
final class StreamedContents implements PackedDisk.Contents {

    /** Reads the archive once more. */
    interface Reading {

        /** The contents of files by the names of their entries. */
        Map<String, byte[]> read() throws IOException;
    }

    private final Reading again;
    private WeakReference<Map<String, byte[]>> remembered;
    private @Nullable Map<String, byte[]> held;

    /** @param read what was read already */
    StreamedContents(Map<String, byte[]> read, Reading again) {
        this.again = again;
        this.remembered = new WeakReference<>(read);
        this.held = read;
    }

    @Override
    public synchronized InputStream open(PackedFile wanted) throws IOException {
        Map<String, byte[]> all = held;
        if (all == null) {
            all = remembered.get();
        }
        if (all == null) {
            all = again.read();
            remembered = new WeakReference<>(all);
        }
        held = all;
        byte[] bytes = all.get(String.valueOf(wanted.entry()));
        if (bytes == null) {
            throw new IOException("the archive is damaged");
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public synchronized void release() {
        held = null;
    }

    /** What a lack of memory does to what was released. */
    synchronized void forget() {
        remembered.clear();
    }
}
