package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Found;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Reads whole files, up to 64 MiB; whatever stands in the way becomes an answer. */
final class FileBytes {

    /** Far above any real configuration file, far below what fills the memory. */
    static final int LIMIT = 64 << 20;

    /** Holds nearly every file there is. */
    private static final int BUFFER = 64 << 10;

    /** Other files lie in archives. */
    private static final FileSystem ON_DISK = FileSystems.getDefault();

    /** Memory that the system reads into; Java would look for some at each file. */
    private static final ThreadLocal<ByteBuffer> BUFFERS = new ThreadLocal<>();

    private FileBytes() {}

    /** Reads a file that is known to be there. A pipe or device is not opened: it may never end. */
    static Lookup read(Path file, String shown) {
        return read(file, shown, null, Boundary.NONE);
    }

    /**
     * The same without a copy of what is known.
     *
     * @param known what was found at this path before; it is given back where the file still says the same
     * @param boundary what a link may not lead out of
     */
    static Lookup read(Path file, String shown, @Nullable Found known, Boundary boundary) {
        try {
            BasicFileAttributes attributes = attributes(file, boundary);
            if (attributes.isDirectory()) {
                return new Unavailable(shown, "is a folder", true);
            }
            if (!attributes.isRegularFile()) {
                return new Unavailable(shown, "is not a regular file", true);
            }
            if (attributes.size() > LIMIT) {
                return tooLarge(shown);
            }
            byte[] bytes = all(file, attributes.size(), known);
            return bytes.length > LIMIT ? tooLarge(shown) : found(shown, bytes, known);
        } catch (NoSuchFileException e) {
            return new Unavailable(shown, "is a link to a file that is not there", true);
        } catch (IOException e) {
            return new Unavailable(shown, reason(e), true);
        }
    }

    /** Asks once, and again only where it is a link. */
    private static BasicFileAttributes attributes(Path file, Boundary boundary) throws IOException {
        BasicFileAttributes own = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (Entry.Kind.of(own) != Entry.Kind.LINK) {
            return own;
        }
        boundary.follow(file);
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /** Reads most files at one go, without looking for an end where nothing more can come. */
    private static byte[] all(Path file, long size, @Nullable Found known) throws IOException {
        if (file.getFileSystem() != ON_DISK) {
            try (InputStream packed = Files.newInputStream(file)) {
                return packed.readAllBytes(); // which are in memory
            }
        }
        ByteBuffer buffer = buffer().clear();
        if (0 < size && size < buffer.capacity()) {
            try {
                read(file, size, buffer);
            } catch (ClosedByInterruptException e) {
                return Files.readAllBytes(file); // which cannot be interrupted
            }
        }
        if (buffer.position() == 0 || !buffer.hasRemaining()) {
            return Files.readAllBytes(file);
        }
        buffer.flip();
        if (known != null && buffer.equals(ByteBuffer.wrap(known.file().bytes()))) {
            return known.file().bytes();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** A file that gives less than was asked for gave all, unless it is known to hold more. */
    private static void read(Path file, long size, ByteBuffer buffer) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            int read;
            do {
                read = channel.read(buffer);
            } while (read > 0 && buffer.position() < size);
        }
    }

    private static ByteBuffer buffer() {
        ByteBuffer buffer = BUFFERS.get();
        if (buffer == null) {
            buffer = ByteBuffer.allocateDirect(BUFFER);
            BUFFERS.set(buffer);
        }
        return buffer;
    }

    /** Reads a stream to its end. */
    static Lookup read(InputStream input, String shown) {
        try {
            byte[] bytes = input.readNBytes(LIMIT + 1);
            return bytes.length > LIMIT ? tooLarge(shown) : found(shown, bytes, null);
        } catch (IOException e) {
            return new Unavailable(shown, reason(e), true);
        }
    }

    /** Why something could not be read, on one line. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof Boundary.LinkedOutException) {
            return Boundary.REASON;
        }
        String said = e instanceof FileSystemException system ? system.getReason() : null;
        return said == null
                ? "cannot be read"
                : "cannot be read (" + said.strip().replaceAll("\\s+", " ") + ")";
    }

    private static Lookup found(String shown, byte[] bytes, @Nullable Found known) {
        return known != null && known.file().bytes() == bytes ? known : new Found(new ConfigFile(shown, bytes));
    }

    private static Lookup tooLarge(String shown) {
        return new Unavailable(shown, "is larger than 64 MiB", true);
    }
}
