package io.github.iisaudit.report;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of bytes in the order in which they were added: in memory up to a limit, and beyond it in a temporary file, which lasts
 * until it is closed. Not safe for use by several threads.
 */
final class FindingBlocks implements AutoCloseable {

    private static final int IN_MEMORY = 32 << 20;

    /** In memory, or null and then at {@code position} of the file. */
    private record Block(byte @Nullable [] bytes, long position, int length) {}

    private final int limit;
    private final List<Block> blocks = new ArrayList<>();
    private int inMemory;
    private @Nullable RandomAccessFile file;
    private @Nullable File path;

    FindingBlocks() {
        this(IN_MEMORY);
    }

    /** @param limit bytes that are kept in memory */
    FindingBlocks(int limit) {
        this.limit = limit;
    }

    int size() {
        return blocks.size();
    }

    void add(byte[] block) {
        if (inMemory + block.length <= limit) {
            inMemory += block.length;
            blocks.add(new Block(block, 0, block.length));
            return;
        }
        try {
            RandomAccessFile at = file();
            long position = at.length();
            at.seek(position);
            at.write(block);
            blocks.add(new Block(null, position, block.length));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    byte[] get(int index) {
        Block block = blocks.get(index);
        if (block.bytes != null) {
            return block.bytes;
        }
        try {
            byte[] bytes = new byte[block.length];
            file().seek(block.position);
            file().readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private RandomAccessFile file() throws IOException {
        if (file == null) {
            path = File.createTempFile("iisaudit", ".findings");
            keepToUser(path);
            file = new RandomAccessFile(path, "rw");
            forget(path);
        }
        return file;
    }

    /** It is empty still. Where a file system knows no such rights, the folder's are what there is. */
    private static void keepToUser(File empty) throws IOException {
        boolean isClosed = empty.setReadable(false, false) && empty.setWritable(false, false);
        if (isClosed && !(empty.setReadable(true, true) && empty.setWritable(true, true))) {
            throw new IOException("its rights cannot be set");
        }
    }

    /** Where a file can go on without a name, whoever kills this process leaves nothing behind. */
    private static void forget(File open) {
        if (!open.delete()) {
            open.deleteOnExit();
        }
    }

    private static UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException("the temporary file for findings cannot be used: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            if (path != null && path.exists()) {
                forget(path);
            }
        }
    }
}
