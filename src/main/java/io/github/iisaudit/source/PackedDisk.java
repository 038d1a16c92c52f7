package io.github.iisaudit.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive as a file system that is only read: names are there at once, contents when somebody wants them. Safe for
 * use by several threads once all is added.
 */
final class PackedDisk extends FileSystem {

    static final String SEPARATOR = "/";

    private final PackedFile top = PackedFile.folder("");
    private final int depth;
    private Contents contents = Contents.NONE;
    private @Nullable Expansion expansion;

    /** Where contents come from. */
    interface Contents {

        /** Of nothing. */
        Contents NONE = file -> InputStream.nullInputStream();

        InputStream open(PackedFile file) throws IOException;

        /** Gives back what it holds; whoever asks again gets it again. */
        default void release() {}
    }

    /** @param archive the file whose content it is */
    PackedDisk(Path archive) {
        this.depth = depth(archive) + 1;
    }

    /** How many archives a file lies in. */
    static int depth(Path file) {
        return file.getFileSystem() instanceof PackedDisk packed ? packed.depth : 0;
    }

    void setContents(Contents source) {
        contents = source;
    }

    void setContents(Contents source, Expansion unpacked) {
        contents = source;
        expansion = unpacked;
    }

    /** What was unpacked of the archive that a file lies in; null where it lies in none. */
    static @Nullable Expansion around(Path file) {
        return file.getFileSystem() instanceof PackedDisk packed ? packed.expansion : null;
    }

    /** The folder that all others lie in. */
    PackedFile top() {
        return top;
    }

    /** What lies at an absolute path; null where nothing does. */
    @Nullable
    PackedFile at(String path) {
        PackedFile found = top;
        int start = 1;
        while (found != null && start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            found = found.child(path.substring(start, end));
            start = end + 1;
        }
        return found;
    }

    /** The same of a path; a failure where nothing lies there. */
    PackedFile existing(Path path) throws NoSuchFileException {
        PackedFile found = at(path.toAbsolutePath().toString());
        if (found == null) {
            throw new NoSuchFileException(path.toString());
        }
        return found;
    }

    InputStream open(Path path) throws IOException {
        PackedFile file = existing(path);
        if (file.isFolder()) {
            throw new FileSystemException(path.toString(), null, "is a folder");
        }
        try {
            return contents.open(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(path.toString(), null, ArchiveReader.reason(e));
        }
    }

    @Override
    public Path getPath(String first, String... more) {
        String joined = more.length == 0 ? first : first + SEPARATOR + String.join(SEPARATOR, more);
        if (joined.indexOf('\0') >= 0) {
            throw new InvalidPathException(joined, "no name of a file");
        }
        String plain = joined.contains("//") ? joined.replaceAll("/+", SEPARATOR) : joined;
        boolean endsOpen = plain.length() > 1 && plain.endsWith(SEPARATOR);
        return new PackedPath(this, endsOpen ? plain.substring(0, plain.length() - 1) : plain);
    }

    @Override
    public FileSystemProvider provider() {
        return PackedProvider.INSTANCE;
    }

    @Override
    public void close() {
        contents.release();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return SEPARATOR;
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(new PackedPath(this, SEPARATOR));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
