package io.github.iisaudit.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an archive that can only be read from its beginning to its end. They are remembered while memory lasts, or all the
 * time where they are released by nobody. Safe for use by several threads.
 */
final class StreamedContents implements PackedDisk.Contents {

    /** Reads the archive once more. */
    interface Reading {

        /** The contents of files by the names of their entries. */
        Map<String, byte[]> read() throws IOException;
    }

    private final Reading again;
    private SoftReference<Map<String, byte[]>> remembered;
    private @Nullable Map<String, byte[]> held;

    /** @param read what was read already */
    StreamedContents(Map<String, byte[]> read, Reading again) {
        this.again = again;
        this.remembered = new SoftReference<>(read);
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
            remembered = new SoftReference<>(all);
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
