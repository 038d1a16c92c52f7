package io.github.iisaudit.source;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file system with names matched ignoring case, as Windows matches them, whatever the disk does. Folders that were
 * listed are remembered while memory lasts. Not safe for use by several threads.
 */
final class Disk {

    /** Of names and paths: ignoring case, and then as they are spelled. */
    static final Comparator<String> ORDER = (a, b) -> {
        int ignoringCase = a.compareToIgnoreCase(b);
        return ignoringCase == 0 ? a.compareTo(b) : ignoringCase;
    };

    private static final int REMEMBERED = 256;

    private final Boundary boundary;
    private final @Nullable KnownFiles known;
    private SoftReference<Map<Path, Listing>> listings = new SoftReference<>(new Recent());

    Disk() {
        this(Boundary.NONE);
    }

    /** @param boundary what links may not lead out of */
    Disk(Boundary boundary) {
        this(boundary, null);
    }

    /** @param known where the files of several servers are remembered; null where there is one */
    Disk(Boundary boundary, @Nullable KnownFiles known) {
        this.boundary = boundary;
        this.known = known;
    }

    /** Forgets what was asked for longest ago. */
    private static final class Recent extends LinkedHashMap<Path, Listing> {
        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Listing> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** What a folder holds; nothing where it is no folder. */
    Listing list(Path folder) throws IOException {
        Map<Path, Listing> listed = listed();
        Listing listing = listed.get(folder);
        if (listing == null) {
            listing = Listing.of(folder);
            listed.put(folder, listing);
        }
        return listing;
    }

    /** What a folder holds under a name: the exact spelling first, then others in order. */
    List<Path> named(Path folder, String name) throws IOException {
        try {
            return paths(list(folder).named(name));
        } catch (AccessDeniedException e) {
            return unlisted(folder, name).map(List::of).orElseThrow(() -> e);
        }
    }

    private static List<Path> paths(List<Entry> entries) {
        if (entries.size() < 2) {
            return entries.isEmpty() ? List.of() : List.of(entries.get(0).path());
        }
        List<Path> paths = new ArrayList<>();
        for (Entry entry : entries) {
            paths.add(entry.path());
        }
        return paths;
    }

    /**
     * The first place that a path of names leads to, below a folder. It may be a link itself, wherever that leads.
     *
     * @throws IOException if a folder on the way may not be listed, or is a link out of the boundary
     */
    Optional<Path> find(Path start, List<String> names) throws IOException {
        return Optional.ofNullable(find(start, names, 0));
    }

    private @Nullable Path find(Path start, List<String> names, int at) throws IOException {
        if (at == names.size()) {
            return start;
        }
        enter(start);
        for (Path next : named(start, names.get(at))) {
            Path found = find(next, names, at + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether something that was found is a folder or a link to one. What lists something is one, and is listed next. */
    boolean isFolder(Path path) {
        try {
            return !list(path).entries().isEmpty() || Files.isDirectory(path);
        } catch (IOException e) {
            return Files.isDirectory(path);
        }
    }

    /** Reads a file that was found; a link out of the boundary is not followed. */
    Lookup read(Path file, String shown) {
        return FileBytes.read(file, shown, null, boundary);
    }

    /** Fails where a folder, or one on the way to it, is a link out of the boundary. */
    void enter(Path folder) throws IOException {
        boundary.enter(folder, this);
    }

    /** What something is, which a walk may have asked before. */
    Entry.Kind kind(Path path) {
        Listing listing = listed().get(path.getParent());
        for (Entry entry : listing == null ? List.<Entry>of() : listing.named(name(path))) {
            if (entry.path().equals(path)) {
                return entry.kind();
            }
        }
        return Entry.Kind.of(path);
    }

    /** What links may not lead out of. */
    Boundary boundary() {
        return boundary;
    }

    /** The files that were found before, on this server or another; null where none are remembered. */
    @Nullable
    KnownFiles known() {
        return known;
    }

    /** Forgets the folders that were listed. */
    void forget() {
        listings.clear();
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /** A folder may forbid to list what it holds and still allow to open it by name. */
    private static Optional<Path> unlisted(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Map<Path, Listing> listed() {
        @Nullable Map<Path, Listing> listed = listings.get();
        if (listed == null) {
            listed = new Recent();
            listings = new SoftReference<>(listed);
        }
        return listed;
    }
}
