package io.github.iisaudit.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** What a folder holds, in order of names ignoring case; nothing where it is no folder. */
final class Listing {

    /** Others are those of archives. */
    private static final FileSystem ON_DISK = FileSystems.getDefault();

    private final Entry[] entries;

    private Listing(Entry[] entries) {
        this.entries = entries;
        Arrays.sort(entries, Entry.ORDER);
    }

    /**
     * Asks the disk.
     *
     * @throws IOException if the folder may not be listed
     */
    static Listing of(Path folder) throws IOException {
        if (folder.getFileSystem() instanceof PackedDisk packed) {
            return new Listing(entries(folder, packed));
        }
        String path = folder.toString();
        boolean isOnDisk = folder.getFileSystem() == ON_DISK;
        String[] names = isOnDisk && File.separatorChar == '/' && isPlain(path) ? new File(path).list() : null;
        return new Listing(names != null && arePlain(names) ? entries(folder, names) : Visit.of(folder));
    }

    private static Entry[] entries(Path folder, String[] names) {
        Entry[] entries = new Entry[names.length];
        for (int i = 0; i < names.length; i++) {
            entries[i] = new Entry(folder.resolve(names[i]), names[i], null);
        }
        return entries;
    }

    private static Entry[] entries(Path folder, PackedDisk packed) {
        PackedFile found = packed.at(folder.toString());
        List<Entry> entries = new ArrayList<>();
        for (PackedFile child : found == null ? List.<PackedFile>of() : found.children()) {
            Entry.Kind kind = child.isFolder() ? Entry.Kind.FOLDER : Entry.Kind.FILE;
            entries.add(new Entry(folder.resolve(child.name()), child.name(), kind));
        }
        return entries.toArray(new Entry[0]);
    }

    private static boolean arePlain(String[] names) {
        for (String name : names) {
            if (!isPlain(name)) {
                return false;
            }
        }
        return true;
    }

    /** A name that was put together from its characters is that of the file; {@code ?} stands for what is no character. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x7F || c == '?') {
                return false;
            }
        }
        return true;
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(Arrays.asList(entries));
    }

    /** What goes by a name: the exact spelling first, then others in order. */
    List<Entry> named(String name) {
        int start = first(name);
        int end = start;
        while (end < entries.length && entries[end].name().equalsIgnoreCase(name)) {
            end++;
        }
        if (end - start < 2) {
            return start == end ? List.of() : List.of(entries[start]);
        }
        List<Entry> named = new ArrayList<>(Arrays.asList(entries).subList(start, end));
        named.sort((a, b) -> Boolean.compare(b.name().equals(name), a.name().equals(name)));
        return named;
    }

    /** Where the entries begin that do not come before a name, ignoring case. */
    private int first(String name) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle].name().compareToIgnoreCase(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Takes longer, and copes with names that are no text, with Windows, where it learns in passing what is a file, and with
     * folders that may not be listed, of which it tells why.
     */
    private static final class Visit extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final List<Entry> found = new ArrayList<>();

        private Visit(Path folder) {
            this.folder = folder;
        }

        static Entry[] of(Path folder) throws IOException {
            Visit visit = new Visit(folder);
            try {
                Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 1, visit);
            } catch (NoSuchFileException e) {
                return new Entry[0];
            }
            return visit.found.toArray(new Entry[0]);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.equals(folder)) {
                // Fails where it is a link that leads nowhere.
                Files.readAttributes(file, BasicFileAttributes.class);
                return FileVisitResult.CONTINUE;
            }
            boolean isFile = !attributes.isDirectory() && !attributes.isSymbolicLink();
            found.add(new Entry(file, Disk.name(file), isFile ? Entry.Kind.FILE : null));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder)) {
                throw failure;
            }
            found.add(new Entry(file, Disk.name(file), Entry.Kind.UNKNOWN));
            return FileVisitResult.CONTINUE;
        }
    }
}
