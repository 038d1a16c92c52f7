package io.github.iisaudit.source;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file system with names matched ignoring case, as Windows matches them, whatever the disk does. Folders that were
 * listed are remembered while memory lasts. Not safe for use by several threads.
 */
final class Disk {

    private static final int REMEMBERED = 128;

    private SoftReference<Map<Path, NavigableMap<String, List<Path>>>> listings = new SoftReference<>(new Recent());

    /** Forgets what was asked for longest ago. */
    private static final class Recent extends LinkedHashMap<Path, NavigableMap<String, List<Path>>> {
        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, NavigableMap<String, List<Path>>> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** What a folder holds, in order of names ignoring case; nothing where it is no folder. */
    List<Path> list(Path folder) throws IOException {
        return listing(folder).values().stream().flatMap(List::stream).toList();
    }

    /** What a folder holds under a name: the exact spelling first, then others in order. */
    List<Path> named(Path folder, String name) throws IOException {
        try {
            return exactFirst(name, listing(folder).getOrDefault(name, List.of()));
        } catch (AccessDeniedException e) {
            return unlisted(folder, name).map(List::of).orElseThrow(() -> e);
        }
    }

    /** The first place that a path of names leads to, below a folder. */
    Optional<Path> find(Path start, List<String> names) throws IOException {
        if (names.isEmpty()) {
            return Optional.of(start);
        }
        for (Path next : named(start, names.get(0))) {
            Optional<Path> found = find(next, names.subList(1, names.size()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static List<Path> exactFirst(String name, List<Path> found) {
        if (found.size() < 2) {
            return found;
        }
        List<Path> ordered = new ArrayList<>(found.size());
        found.stream().filter(path -> name(path).equals(name)).forEach(ordered::add);
        found.stream().filter(path -> !name(path).equals(name)).forEach(ordered::add);
        return ordered;
    }

    /** A folder may forbid to list what it holds and still allow to open it by name. */
    private static Optional<Path> unlisted(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private NavigableMap<String, List<Path>> listing(Path folder) throws IOException {
        Map<Path, NavigableMap<String, List<Path>>> known = known();
        NavigableMap<String, List<Path>> listing = known.get(folder);
        if (listing == null) {
            listing = read(folder);
            known.put(folder, listing);
        }
        return listing;
    }

    private Map<Path, NavigableMap<String, List<Path>>> known() {
        @Nullable Map<Path, NavigableMap<String, List<Path>>> known = listings.get();
        if (known == null) {
            known = new Recent();
            listings = new SoftReference<>(known);
        }
        return known;
    }

    private static NavigableMap<String, List<Path>> read(Path folder) throws IOException {
        NavigableMap<String, List<Path>> listing = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                listing.computeIfAbsent(name(entry), name -> new ArrayList<>(1)).add(entry);
            }
        } catch (NotDirectoryException | NoSuchFileException e) {
            return listing;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        listing.values().forEach(spellings -> spellings.sort(null));
        return listing;
    }
}
