package io.github.iisaudit.source;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * A file that the command line names: one of the disk, or a stream that the shell opened for this process. Of pipes and devices
 * with names of their own none is opened: nobody may ever write to them, or end. Nor is what the system makes up while it is read,
 * such as {@code /proc/kmsg}, which says that it is a file.
 */
public final class NamedFile {

    /** Why a pipe or a device is not read, in words that follow its name. */
    public static final String NO_FILE = "is no file, but a pipe or a device";

    /** What the system offers as files: streams of this process and devices, some of them links. */
    private static final Path DEVICES = Path.of("/dev");

    private static final Path PROCESSES = Path.of("/proc");

    /** What Linux calls the file systems that hold no files (https://docs.kernel.org/filesystems/). */
    private static final Set<String> MADE_UP = Set.of("proc", "sysfs", "tracefs", "debugfs");

    private NamedFile() {}

    /** Whether it is a file, or a link to one, that can be read to its end and once more. */
    public static boolean isFile(Path path) {
        try {
            return isFile(path, Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFile(Path path, BasicFileAttributes attributes) {
        long size = attributes.size();
        return attributes.isRegularFile() && (size > 0 && size <= FileBytes.LIMIT || !isMadeUp(path));
    }

    /** What is made up has no size before, or one that nothing has. */
    private static boolean isMadeUp(Path path) {
        try {
            return path.getFileSystem() == FileSystems.getDefault()
                    && MADE_UP.contains(Files.getFileStore(path).type());
        } catch (IOException e) {
            return false; // where nobody knows
        }
    }

    /** Whether it is a stream or a device by its name, or a link that the system has to one. */
    public static boolean isOffered(Path path) {
        Path absolute = path.toAbsolutePath();
        return absolute.startsWith(DEVICES) || absolute.startsWith(PROCESSES);
    }

    /** Whether it is an open stream by its name, such as {@code /dev/stdin} and {@code /proc/self/fd/1}, which may be a file. */
    public static boolean isOpenStream(Path path) {
        Path name = path.getFileName();
        Path folder = path.toAbsolutePath().getParent();
        if (name == null
                || folder == null
                || !isOffered(path)
                || !path.normalize().equals(path)) {
            return false;
        }
        return folder.equals(DEVICES) ? name.toString().startsWith("std") : folder.endsWith("fd");
    }

    /** Whether it is there, and neither a file nor a folder nor an open stream. */
    public static boolean isNoFile(Path path) {
        return Files.exists(path) && !isFile(path) && !Files.isDirectory(path) && !isOpenStream(path);
    }

    /** Opens it; fails where it is no file. */
    public static InputStream open(Path path) throws IOException {
        if (isOpenStream(path)) {
            // A channel and a plain stream ask for their place at times, which pipes have not.
            return new BufferedInputStream(new FileInputStream(path.toFile()));
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!isFile(path, attributes)) {
            throw new FileSystemException(path.toString(), null, attributes.isDirectory() ? "is a folder" : NO_FILE);
        }
        return Files.newInputStream(path);
    }

    /** All of it; fails where it is no file, or larger than any configuration is. */
    public static byte[] bytes(Path path) throws IOException {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(FileBytes.LIMIT + 1);
            if (bytes.length > FileBytes.LIMIT) {
                throw new FileSystemException(path.toString(), null, "is larger than 64 MiB");
            }
            return bytes;
        }
    }

    /** Why it could not be read, in words that follow its name. */
    public static String reason(IOException e) {
        String said = e instanceof FileSystemException system ? system.getReason() : null;
        return said != null && said.startsWith("is ") ? said : FileBytes.reason(e);
    }
}
