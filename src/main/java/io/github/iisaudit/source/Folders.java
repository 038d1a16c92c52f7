package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Absent;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
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
    private @Nullable Place last;

    /** Where a folder was found, if it was collected. */
    private record Place(PhysicalPath path, Optional<Path> folder) {}

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
        return new Folders(
                new Disk(), drives, variables, new WebConfigIndex(drives, SkippedFolders.SERVER, Optional.empty()));
    }

    @Override
    public Lookup file(String folder, String name) {
        try {
            return file(path(folder), name);
        } catch (UnresolvedPathException e) {
            return new Unavailable(folder.strip().replace('\\', '/') + "/" + name, e.reason(), false);
        }
    }

    private Lookup file(PhysicalPath folder, String name) {
        PhysicalPath file = folder.plus(name);
        try {
            Optional<Path> collected = folder(folder);
            if (collected.isEmpty()) {
                return notCollected(file);
            }
            Optional<Path> seen = index.webConfig(collected.get(), name);
            Optional<Path> found = seen.isPresent() ? seen : find(file);
            if (found.isPresent()) {
                return configuration(found.get());
            }
            return file.isBelow(folder) || folder(file.parent()).isPresent() ? new Absent() : notCollected(file);
        } catch (IOException e) {
            return new Unavailable(drives.shown(file), FileBytes.reason(e), true);
        }
    }

    /** What a web.config will be after it was transformed cannot be known from the transform. */
    private Lookup configuration(Path file) {
        String shown = drives.shown(file);
        Lookup read = FileBytes.read(file, shown);
        if (!Disk.name(file).equalsIgnoreCase(WebConfigWalk.WEB_CONFIG) || !Transform.isFoundIn(read)) {
            return read;
        }
        transforms.add(shown);
        return new Unavailable(shown, Transform.REASON, false);
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
        return folder(folder).isPresent();
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        return folder(folder).map(index::below).orElse(List.of());
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

    private Optional<Path> folder(String folder) {
        try {
            return folder(path(folder));
        } catch (UnresolvedPathException | IOException e) {
            return Optional.empty();
        }
    }

    /** One folder is asked about many times in a row. */
    private Optional<Path> folder(PhysicalPath path) throws IOException {
        if (last == null || !last.path.equals(path)) {
            last = new Place(path, find(path).filter(Files::isDirectory));
        }
        return last.folder;
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
            return folder(path).isPresent() ? Optional.of(path) : Optional.empty();
        } catch (UnresolvedPathException | IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> find(PhysicalPath path) throws IOException {
        for (Path root : drives.roots(path.volume())) {
            Optional<Path> found = disk.find(root, path.names());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
