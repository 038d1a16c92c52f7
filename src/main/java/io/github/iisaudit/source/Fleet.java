package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The search for snapshots below a folder, to a depth of 4. It does not look into snapshots that it found, what builds write and the
 * copies that IIS makes, and into hidden folders no further than to see whether they are snapshots.
 */
final class Fleet {

    private static final int DEPTH = 4;

    private final Path root;
    private final Boundary boundary;
    private final Disk disk = new Disk();
    private final Set<Path> visited = new HashSet<>();
    private final Map<String, Snapshot> snapshots = new TreeMap<>(Disk.ORDER);
    private final Map<String, Snapshot> hidden = new TreeMap<>(Disk.ORDER);
    private final Map<String, Path> archives = new TreeMap<>(Disk.ORDER);
    private final Map<String, String> troubles = new TreeMap<>();
    private final List<String> strays = new ArrayList<>();

    /** What lies so deep that no servers are looked for. */
    private final List<Path> tooDeep = new ArrayList<>();

    private final ForeignNames others;

    private Fleet(Path root) {
        this.root = root;
        this.others = new ForeignNames(file -> Drives.below(root, file));
        this.boundary = Boundary.ofWorkTree(root);
    }

    /** Searches a folder that is no snapshot itself. */
    static Fleet below(Path root) {
        Fleet fleet = new Fleet(root);
        try {
            fleet.lookBelow(root, root.toRealPath(), 1);
        } catch (IOException e) {
            fleet.trouble(root, e);
        }
        return fleet;
    }

    /** Searches one entry of a folder, as it is searched with all others. */
    static Fleet at(Path root, String name) {
        Fleet fleet = new Fleet(root);
        try {
            fleet.look(List.of(new Entry(root.resolve(name), name, null)), root.toRealPath(), 1);
        } catch (IOException e) {
            fleet.trouble(root, e);
        }
        return fleet;
    }

    /** By their paths relative to the folder, with forward slashes, in order ignoring case. */
    Map<String, Snapshot> snapshots() {
        return snapshots;
    }

    /** Those whose name begins with a dot: servers where there are others beside them, else perhaps what a tool keeps for itself. */
    Map<String, Snapshot> hidden() {
        return hidden;
    }

    /** What looks like an archive, by its relative path. */
    Map<String, Path> archives() {
        return archives;
    }

    /**
     * The web.config files that lie beside the snapshots, and what lies deeper than servers are looked for, applicationHost.config too:
     * by their relative paths, in the order of the search.
     */
    List<String> strays() {
        List<String> all = new ArrayList<>(strays);
        all.addAll(Strays.deep(root, tooDeep, disk));
        return all;
    }

    /** Files of other kinds beside them, in order of their paths. */
    List<OtherFile> others() {
        return others.all();
    }

    private void note(Entry child) {
        if (Strays.isWebConfig(child.name()) && child.kind() == Entry.Kind.FILE) {
            strays.add(Drives.below(root, child.path()));
        } else if (ArchiveKind.isNamed(child.name())) {
            noteArchive(child);
        } else if (ForeignNames.mayBeOne(child.name()) && child.kind() == Entry.Kind.FILE) {
            others.meet(child.path(), child.name());
        }
    }

    /** What macOS keeps beside a file begins with both characters. */
    private void noteArchive(Entry child) {
        if (!child.name().startsWith("._") && Files.isRegularFile(child.path(), LinkOption.NOFOLLOW_LINKS)) {
            archives.put(Drives.below(root, child.path()), child.path());
        }
    }

    private void noteHidden(Entry child) {
        try {
            if (child.name().startsWith(".") && child.kind() == Entry.Kind.FOLDER) {
                Snapshot.at(disk, child.path()).ifPresent(it -> hidden.put(Drives.below(root, child.path()), it));
            }
        } catch (IOException e) {
            // What nobody is shown need not be one.
        }
    }

    /** Why folders could not be looked into, by their relative paths. */
    Map<String, String> troubles() {
        return troubles;
    }

    private void lookBelow(Path folder, Path real, int depth) throws IOException {
        look(disk.list(folder).entries(), real, depth);
    }

    /** Links come last, so that a folder goes by its own name where links lead to it as well. */
    private void look(List<Entry> children, Path real, int depth) {
        List<Entry> links = new ArrayList<>();
        for (Entry child : children) {
            if (!isSearched(child)) {
                note(child);
                noteHidden(child);
            } else if (child.kind() == Entry.Kind.LINK) {
                links.add(child);
            } else {
                look(child.path(), real.resolve(child.name()), depth);
            }
        }
        for (Entry link : links) {
            lookAlong(link.path(), depth);
        }
    }

    /** Whoever lays out a fleet of links puts them at its top; what lies deeper was collected, and so was a work tree. */
    private void lookAlong(Path link, int depth) {
        try {
            if (depth > 1 || boundary.isOfWorkTree()) {
                boundary.follow(link);
            }
            look(link, link.toRealPath(), depth);
        } catch (IOException e) {
            trouble(link, e);
        }
    }

    private void look(Path folder, Path real, int depth) {
        try {
            if (!visited.add(real)) {
                return;
            }
            Snapshot snapshot = Snapshot.at(disk, folder).orElse(null);
            if (snapshot != null) {
                snapshots.put(Drives.below(root, folder), snapshot);
            } else if (depth < DEPTH) {
                lookBelow(folder, real, depth + 1);
            } else {
                tooDeep.add(folder);
            }
        } catch (IOException e) {
            trouble(folder, e);
        }
    }

    private boolean isSearched(Entry child) {
        return !child.name().startsWith(".")
                && !SkippedFolders.REPOSITORY.contains(child.path(), child.name())
                && child.isFolder();
    }

    private void trouble(Path folder, IOException failure) {
        troubles.put(Drives.slashes(root.relativize(folder)), FileBytes.reason(failure));
    }
}
