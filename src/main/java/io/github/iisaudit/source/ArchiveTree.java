package io.github.iisaudit.source;

import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds, in memory: all its folders, and of its files those that may be configuration. Nothing comes to the disk, and
 * there is a limit to everything that an archive can cost.
 */
final class ArchiveTree {

    /** Of entries, whatever they are. A fleet of 2,000 servers has about 150,000. */
    private static final int MOST_ENTRIES = 1_000_000;

    private static final int MOST_FOLDERS = 200_000;

    /** Of all that is read of it, kept or not. */
    private static final long MOST_BYTES = 4L << 30;

    /** Of all that is kept. */
    private static final long MOST_KEPT = 192L << 20;

    /** Configuration shrinks to a tenth; to less than this only what is made to. */
    private static final long MOST_RATIO = 250;

    /** Below that, a ratio tells nothing. */
    private static final long SMALL = 16L << 20;

    private static final int DEEPEST = 64;

    private static final Set<String> KEPT =
            Set.of("config", "xml", "xdt", "transform", "pubxml", "zip", "tgz", "tar", "gz");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path root;
    private final Map<String, String> troubles = new TreeMap<>(Disk.ORDER);
    private int entries;
    private int folders;
    private long read;
    private long kept;
    private long packed = Long.MAX_VALUE;

    /** @param name the name of its root folder */
    ArchiveTree(String name) throws IOException {
        FileSystem memory = MemoryFileSystemBuilder.newLinux().build("archive" + NUMBER.incrementAndGet());
        String plain = name.replaceAll("[\\p{Cntrl}/]", "_");
        this.root = Files.createDirectory(
                memory.getPath("/" + (plain.isBlank() || plain.matches("\\.+") ? "archive" : plain)));
    }

    Path root() {
        return root;
    }

    /** What could not be read of it, by the names of entries; the empty name is all the rest of it. */
    Map<String, String> troubles() {
        return troubles;
    }

    void trouble(String entry, String reason) {
        troubles.putIfAbsent(entry.replaceAll("\\p{Cntrl}", "?"), reason);
    }

    /** What comes is unpacked from so many bytes. */
    void packed(long bytes) {
        packed = Math.max(1, bytes);
    }

    /** Where the bytes of an entry come from. */
    interface Content {
        int read(byte[] buffer) throws IOException;
    }

    /** Counts an entry and tells where it goes; null where it goes nowhere. */
    @Nullable
    Path place(String name) throws LimitException {
        if (++entries > MOST_ENTRIES) {
            throw new LimitException("more than " + MOST_ENTRIES + " entries");
        }
        String path = name.replace('\\', '/');
        Path place = root;
        int depth = 0;
        for (String step : path.split("/")) {
            if (step.isEmpty() && depth == 0 && path.startsWith("/") || step.equals("..")) {
                trouble(name, "would lie outside of the archive");
                return null;
            }
            if (step.isEmpty() || step.equals(".")) {
                continue;
            }
            if (++depth > DEEPEST) {
                trouble(name, "lies more than " + DEEPEST + " folders deep");
                return null;
            }
            try {
                place = place.resolve(step);
            } catch (InvalidPathException e) {
                trouble(name, "has a name that no file can have");
                return null;
            }
        }
        return place;
    }

    void addFolder(Path folder) throws LimitException, IOException {
        if (!Files.isDirectory(folder)) {
            Path above = folder.getParent();
            if (above != null) {
                addFolder(above);
            }
            if (++folders > MOST_FOLDERS) {
                throw new LimitException("more than " + MOST_FOLDERS + " folders");
            }
            if (Files.notExists(folder)) {
                Files.createDirectory(folder);
            }
        }
    }

    /** Whether a file is kept; the folder that it lies in is. */
    boolean isKept(Path file) throws LimitException, IOException {
        Path folder = file.getParent();
        if (folder != null) {
            addFolder(folder);
        }
        String name = Disk.name(file).toLowerCase(Locale.ROOT);
        return KEPT.contains(name.substring(name.lastIndexOf('.') + 1))
                && !file.toString().contains("/.git/");
    }

    /** Keeps a file, unless it is larger than any file that is read. */
    void keep(Path file, String name, Content content) throws LimitException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16384];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            count(count);
            if (bytes.size() + count > FileBytes.LIMIT) {
                trouble(name, "is larger than " + (FileBytes.LIMIT >> 20) + " MiB");
                return;
            }
            bytes.write(buffer, 0, count);
        }
        kept += bytes.size();
        if (kept > MOST_KEPT) {
            throw new LimitException("more than " + (MOST_KEPT >> 20) + " MiB of configuration");
        }
        if (Files.exists(file)) {
            trouble(name, "is in the archive twice");
        } else {
            Files.write(file, bytes.toByteArray());
        }
    }

    /** Takes notice of what was unpacked. */
    void count(int bytes) throws LimitException {
        read += bytes;
        if (read > MOST_BYTES) {
            throw new LimitException("it expands to more than " + (MOST_BYTES >> 30) + " GiB");
        }
        if (read > SMALL && read / MOST_RATIO > packed) {
            throw new LimitException("it expands to more than " + MOST_RATIO + " times its size");
        }
    }

    /** An archive costs more than one may. */
    static final class LimitException extends IOException {

        private static final long serialVersionUID = 1L;

        LimitException(String what) {
            super(what);
        }
    }

    /** The content of a stream. */
    static Content of(InputStream in) {
        return in::read;
    }
}
