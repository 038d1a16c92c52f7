package io.github.iisaudit.spark;

import io.github.iisaudit.source.FleetFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * An entry of a fleet on the disk of the machine that audits it, where everything is found as the command line finds it. What is in its
 * file system already stays where it is; of all else there is a copy until it is closed. Archives are not unpacked.
 *
 * @param folder where the entry lies under its name
 * @param isCopied whether it is a copy
 */
record LocalCopy(Path folder, boolean isCopied) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    static LocalCopy of(FleetInput input, String entry, Configuration hadoop) throws IOException {
        if (input.isLocal()) {
            return new LocalCopy(Path.of(input.folder().toUri().getPath()), false);
        }
        LocalCopy copy = new LocalCopy(Files.createTempDirectory("iisaudit"), true);
        try {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(input.folder(), entry);
            FileSystem files = path.getFileSystem(hadoop);
            copy(files, files.getFileStatus(path), copy.folder);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static void copy(FileSystem files, FileStatus from, Path folder) throws IOException {
        String name = from.getPath().getName();
        Path to = folder.resolve(name);
        if (name.isEmpty() || !folder.equals(to.normalize().getParent())) {
            throw new IOException("a name that no file can have: " + from.getPath());
        }
        if (from.isDirectory()) {
            Files.createDirectory(to);
            for (FileStatus child : files.listStatus(from.getPath())) {
                copy(files, child, to);
            }
            return;
        }
        try (OutputStream out = Files.newOutputStream(to)) {
            if (FleetFolder.isRead(name)) {
                copy(files, from.getPath(), FleetFolder.mostBytes(name), out);
            }
        }
    }

    private static void copy(FileSystem files, org.apache.hadoop.fs.Path from, long most, OutputStream out)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        try (InputStream in = files.open(from)) {
            for (int read = in.read(buffer); read > 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        }
    }

    @Override
    public void close() {
        if (isCopied) {
            delete(folder);
        }
    }

    /** Deletes a folder of temporary files, as far as that can be done. */
    static void delete(Path folder) {
        delete(folder.toFile());
    }

    private static void delete(File file) {
        File[] children = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (children != null) {
            Arrays.stream(children).forEach(LocalCopy::delete);
        }
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
