package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Absent;
import io.github.iisaudit.source.Lookup.Found;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Content on this disk. */
final class Folders implements Content {

    static final String NOT_COLLECTED = "not collected";

    private final Disk disk;
    private final Drives drives;
    private final Variables variables;
    private final WebConfigIndex index;
    private final NavigableSet<String> transforms = new TreeSet<>();

    /** The folders that were asked about, as they were written: each is asked about several times. */
    private final Map<String, Place> places = new HashMap<>();

    /**
     * Where a folder lies.
     *
     * @param folder the folder on this disk; null where it was not collected
     * @param failure why that cannot be known, or null
     */
    private record Place(
            PhysicalPath path,
            @Nullable Path folder,
            @Nullable IOException failure) {}

    Folders(Disk disk, Drives drives, Variables variables, WebConfigIndex index) {
        this.disk = disk;
        this.drives = drives;
        this.variables = variables;
        this.index = index;
    }

    /**
     * No content at all.
     *
     * @param letter a drive whose files are shown without it; empty for none
     */
    static Folders uncollected(String letter, Variables variables) {
        Drives drives = new RepositoryDrive(letter, Optional.empty());
        Disk disk = new Disk();
        Search search = new Search(disk, SkippedFolders.SERVER, new SearchLog(drives, disk));
        return new Folders(disk, drives, variables, new WebConfigIndex(search));
    }

    @Override
    public Lookup file(String folder, String name) {
        try {
            return file(place(folder), name);
        } catch (UnresolvedPathException e) {
            return new Unavailable(folder.strip().replace('\\', '/') + "/" + name, e.reason(), false);
        }
    }

    private Lookup file(Place place, String name) {
        Path seen = place.folder == null ? null : index.webConfig(place.folder, name);
        return seen == null ? search(place, name) : configuration(seen);
    }

    private Lookup search(Place place, String name) {
        PhysicalPath file = place.path.plus(name);
        try {
            if (place.failure != null) {
                throw place.failure;
            }
            if (place.folder == null) {
                return notCollected(file);
            }
            Path found = find(file);
            if (found != null) {
                return configuration(found);
            }
            return file.isBelow(place.path) || folder(file.parent()) != null ? new Absent() : notCollected(file);
        } catch (IOException e) {
            return new Unavailable(drives.shown(file), FileBytes.reason(e), true);
        }
    }

    /** What a web.config will be after it was transformed cannot be known from the transform. */
    private Lookup configuration(Path file) {
        String shown = drives.shown(file);
        KnownFiles files = disk.known();
        Found known = files == null ? null : files.at(shown);
        Lookup read = FileBytes.read(file, shown, known, disk.boundary());
        if (read == known) {
            return read; // which was looked at before
        }
        if (Disk.name(file).equalsIgnoreCase(WebConfigWalk.WEB_CONFIG) && Transform.isFoundIn(read)) {
            transforms.add(shown);
            return new Unavailable(shown, Transform.REASON, false);
        }
        if (files != null && read instanceof Found found) {
            files.add(found);
        }
        return read;
    }

    private Lookup notCollected(PhysicalPath file) {
        return new Unavailable(drives.shown(file), NOT_COLLECTED, false);
    }

    @Override
    public Optional<String> shown(String folder, String name) {
        try {
            return Optional.of(drives.shown(path(folder).plus(name)));
        } catch (UnresolvedPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isCollected(String folder) {
        return folder(folder) != null;
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        Path collected = folder(folder);
        return collected == null ? List.of() : index.below(collected);
    }

    @Override
    public List<Unavailable> unreadable() {
        return index.log().troubles();
    }

    @Override
    public List<String> transforms() {
        NavigableSet<String> all = new TreeSet<>(index.log().transforms());
        all.addAll(transforms);
        return List.copyOf(all);
    }

    @Override
    public List<OtherFile> others() {
        return index.log().others();
    }

    /** The folders on this disk that were asked about. */
    Set<Path> asked() {
        Set<Path> asked = new HashSet<>();
        for (Place place : places.values()) {
            if (place.folder != null) {
                asked.add(place.folder);
            }
        }
        return asked;
    }

    @Override
    public void forget() {
        places.clear();
        disk.forget();
        index.forget();
    }

    private @Nullable Path folder(String folder) {
        try {
            return place(folder).folder;
        } catch (UnresolvedPathException e) {
            return null;
        }
    }

    private Place place(String folder) throws UnresolvedPathException {
        Place place = places.get(folder);
        if (place == null) {
            place = place(path(folder));
            places.put(folder, place);
        }
        return place;
    }

    private Place place(PhysicalPath path) {
        try {
            return new Place(path, folder(path), null);
        } catch (IOException e) {
            return new Place(path, null, e);
        }
    }

    /** Windows leaves an unknown variable as it is written, so a folder may be called what looks like one. */
    private PhysicalPath path(String folder) throws UnresolvedPathException {
        try {
            return PhysicalPath.parse(variables.expand(folder));
        } catch (UnresolvedPathException e) {
            return literal(folder).orElseThrow(() -> e);
        }
    }

    private Optional<PhysicalPath> literal(String folder) {
        try {
            PhysicalPath path = PhysicalPath.parse(folder);
            return Optional.of(path).filter(literal -> place(literal).folder != null);
        } catch (UnresolvedPathException e) {
            return Optional.empty();
        }
    }

    private @Nullable Path folder(PhysicalPath path) throws IOException {
        Path found = find(path);
        if (found == null) {
            return null;
        }
        disk.enter(found);
        return disk.isFolder(found) ? found : null;
    }

    private @Nullable Path find(PhysicalPath path) throws IOException {
        for (Path root : drives.roots(path.volume())) {
            Optional<Path> found = disk.find(root, path.names());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }
}
