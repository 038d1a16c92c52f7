package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder under the name that its folder lists it with. What it is, the disk is asked once and only when that is
 * wanted. Not safe for use by several threads.
 */
final class Entry {

    static final Comparator<Entry> ORDER = (a, b) -> Disk.ORDER.compare(a.name, b.name);

    /** What an entry is. */
    enum Kind {
        /** A folder of its own. */
        FOLDER,
        /** A link, a junction or the like, wherever it leads. */
        LINK,
        /** Neither: a file, a pipe, a device. */
        FILE,
        /** The disk does not say. */
        UNKNOWN;

        static Kind of(BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink() || attributes.isDirectory() && attributes.isOther()) {
                return LINK;
            }
            return attributes.isDirectory() ? FOLDER : FILE;
        }

        /** Asks the disk. */
        static Kind of(Path path) {
            try {
                return of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                return UNKNOWN;
            }
        }
    }

    private final Path path;
    private final String name;
    private @Nullable Kind kind;

    /**
     * An entry.
     *
     * @param kind what it is; null where that is to be found out
     */
    Entry(Path path, String name, @Nullable Kind kind) {
        this.path = path;
        this.name = name;
        this.kind = kind;
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    Kind kind() {
        if (kind == null) {
            kind = Kind.of(path);
        }
        return kind;
    }

    /** Whether it is a folder or a link that leads to one. */
    boolean isFolder() {
        return kind() == Kind.FOLDER || kind() == Kind.LINK && Files.isDirectory(path);
    }
}
