package io.github.iisaudit.source;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file or folder of an archive. */
final class PackedFile {

    private final String name;
    private final @Nullable String entry;
    private final long size;
    private @Nullable NavigableMap<String, PackedFile> children;

    private PackedFile(String name, @Nullable String entry, long size) {
        this.name = name;
        this.entry = entry;
        this.size = size;
    }

    static PackedFile folder(String name) {
        return new PackedFile(name, null, 0);
    }

    /**
     * A file.
     *
     * @param entry the name of its entry, as the archive writes it
     */
    static PackedFile file(String name, String entry, long size) {
        return new PackedFile(name, entry, size);
    }

    String name() {
        return name;
    }

    /** The name of its entry; null for a folder. */
    @Nullable
    String entry() {
        return entry;
    }

    long size() {
        return size;
    }

    boolean isFolder() {
        return entry == null;
    }

    /** What lies in it under a name; null where nothing does. */
    @Nullable
    PackedFile child(String childName) {
        return children == null ? null : children.get(childName);
    }

    /** All that lies in it, in order of names. */
    Iterable<PackedFile> children() {
        return children == null ? Collections.emptyList() : children.values();
    }

    void add(PackedFile child) {
        if (children == null) {
            children = new TreeMap<>();
        }
        children.put(child.name, child);
    }
}
