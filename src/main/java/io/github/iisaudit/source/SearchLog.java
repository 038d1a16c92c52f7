package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Unavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What searches for web.config files came upon beside them. Not safe for use by several threads. */
final class SearchLog {

    private final Drives drives;
    private final Disk disk;
    private final NavigableMap<String, Unavailable> troubles = new TreeMap<>();
    private final NavigableSet<String> transforms = new TreeSet<>();

    /** Those that were not looked into yet. */
    private final NavigableMap<String, Path> named = new TreeMap<>();

    private final NavigableSet<String> skipped = new TreeSet<>();

    private final ForeignNames others;

    SearchLog(Drives drives, Disk disk) {
        this.drives = drives;
        this.disk = disk;
        this.others = new ForeignNames(drives::shown);
    }

    /** A folder or file that could not be looked into, and why. */
    void trouble(Path folder, String reason) {
        String shown = drives.shown(folder);
        troubles.put(shown, new Unavailable(shown, reason, true));
    }

    /** A file that is called as transforms are. */
    void namedAsTransform(Path file) {
        named.put(drives.shown(file), file);
    }

    /** A file that is called neither as configuration is nor as a transform. */
    void other(Path file, String name) {
        if (ForeignNames.mayBeOne(name)) {
            others.meet(file, name);
        }
    }

    /** What was met of other kinds, in order of their paths. */
    List<OtherFile> others() {
        return others.all();
    }

    /** A folder that was passed by. */
    void skipped(Path folder) {
        skipped.add(drives.shown(folder));
    }

    /** In order of their paths. */
    List<Unavailable> troubles() {
        return List.copyOf(troubles.values());
    }

    /** The files among those called so that are transforms, in order of their paths. */
    List<String> transforms() {
        named.forEach((shown, file) -> {
            if (Transform.is(Disk.name(file), disk.read(file, ""))) {
                transforms.add(shown);
            }
        });
        named.clear();
        return List.copyOf(transforms);
    }

    /** The folders that were passed by, in order of their paths. */
    List<String> skipped() {
        return List.copyOf(skipped);
    }
}
