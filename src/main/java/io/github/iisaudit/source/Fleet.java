package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The search for snapshots below a folder, to a depth of 4. It does not look into snapshots that it found, hidden
 * folders, what builds write and the copies that IIS makes.
 */
final class Fleet {

    private static final int DEPTH = 4;

    private final Path root;
    private final Disk disk = new Disk();
    private final Set<Path> visited = new HashSet<>();
    private final Map<String, Snapshot> snapshots =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
    private final Map<String, String> troubles = new TreeMap<>();

    private Fleet(Path root) {
        this.root = root;
    }

    /** Searches a folder that is no snapshot itself. */
    static Fleet below(Path root) {
        Fleet fleet = new Fleet(root);
        fleet.lookBelow(root, 1);
        return fleet;
    }

    /** By their paths relative to the folder, with forward slashes, in order ignoring case. */
    Map<String, Snapshot> snapshots() {
        return snapshots;
    }

    /** Why folders could not be looked into, by their relative paths. */
    Map<String, String> troubles() {
        return troubles;
    }

    /** Links come last, so that a folder goes by its own name where links lead to it as well. */
    private void lookBelow(Path folder, int depth) {
        try {
            List<Path> folders =
                    disk.list(folder).stream().filter(this::isSearched).toList();
            Stream.of(false, true)
                    .flatMap(link -> folders.stream().filter(child -> Files.isSymbolicLink(child) == link))
                    .forEach(child -> look(child, depth));
        } catch (IOException e) {
            trouble(folder, e);
        }
    }

    private void look(Path folder, int depth) {
        try {
            if (!visited.add(folder.toRealPath())) {
                return;
            }
            Snapshot snapshot = Snapshot.at(disk, folder).orElse(null);
            if (snapshot != null) {
                snapshots.put(relative(folder), snapshot);
            } else if (depth < DEPTH) {
                lookBelow(folder, depth + 1);
            }
        } catch (IOException e) {
            trouble(folder, e);
        }
    }

    private boolean isSearched(Path child) {
        return !Disk.name(child).startsWith(".")
                && !SkippedFolders.REPOSITORY.contains(child)
                && Files.isDirectory(child);
    }

    private void trouble(Path folder, IOException failure) {
        troubles.put(relative(folder), FileBytes.reason(failure));
    }

    private String relative(Path folder) {
        return Drives.slashes(root.relativize(folder));
    }
}
