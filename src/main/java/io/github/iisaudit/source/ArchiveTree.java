package io.github.iisaudit.source;

import io.github.iisaudit.source.Expansion.LimitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of what an archive holds: all its folders, and of its files those that may be configuration. There is a limit to how many.
 */
final class ArchiveTree {

    /** Of entries, whatever they are. A fleet of 2,000 servers has about 150,000. */
    static final int MOST_ENTRIES = 1_000_000;

    private static final int MOST_FOLDERS = 200_000;
    private static final int MOST_FILES = 300_000;
    private static final int DEEPEST = 64;

    /** Far above what tells an entry from others; a name in an archive of a kilobyte may have a million characters. */
    private static final int LONGEST = 1_000;

    private static final Set<String> KEPT =
            Set.of("config", "xml", "xdt", "transform", "pubxml", "zip", "tgz", "tar", "gz");

    private final PackedDisk disk;
    private final PackedFile root;
    private final Map<String, String> troubles = new TreeMap<>(Disk.ORDER);
    private int entries;
    private int folders;
    private int files;

    /** @param name the name of its root folder */
    ArchiveTree(Path archive, String name) {
        this.disk = new PackedDisk(archive);
        String plain = name.replaceAll("[\\p{Cntrl}/]", "_");
        this.root = PackedFile.folder(plain.isBlank() || plain.matches("\\.+") ? "archive" : plain);
        disk.top().add(root);
    }

    PackedDisk disk() {
        return disk;
    }

    Path root() {
        return disk.getPath(PackedDisk.SEPARATOR + root.name());
    }

    /** What could not be read of it, by the names of entries; the empty name is all the rest of it. */
    Map<String, String> troubles() {
        return troubles;
    }

    void trouble(String entry, String reason) {
        String shown = entry.length() > LONGEST ? entry.substring(0, LONGEST) + "…" : entry;
        troubles.putIfAbsent(shown.replaceAll("\\p{Cntrl}", "?"), reason);
    }

    /** Adds a folder and those around it. */
    void addFolder(String entry) throws LimitException {
        List<String> steps = steps(entry);
        if (steps != null) {
            folder(entry, steps);
        }
    }

    /** Adds a file, and the folders that it lies in; null where it is not kept. */
    @Nullable
    PackedFile addFile(String entry, long size) throws LimitException {
        List<String> steps = steps(entry);
        if (steps == null || steps.isEmpty()) {
            return null;
        }
        PackedFile folder = folder(entry, steps.subList(0, steps.size() - 1));
        String name = steps.get(steps.size() - 1);
        if (folder == null || !isKept(name) || steps.contains(".git")) {
            return null;
        }
        if (size > FileBytes.LIMIT) {
            trouble(entry, "is larger than " + (FileBytes.LIMIT >> 20) + " MiB");
            return null;
        }
        if (folder.child(name) != null) {
            trouble(entry, "is in the archive twice");
            return null;
        }
        if (++files > MOST_FILES) {
            throw new LimitException("more than " + MOST_FILES + " files that may be configuration");
        }
        PackedFile file = PackedFile.file(name, entry, size);
        folder.add(file);
        return file;
    }

    /** Counts an entry and tells where it goes, folder by folder; null where it goes nowhere. */
    private @Nullable List<String> steps(String entry) throws LimitException {
        if (++entries > MOST_ENTRIES) {
            throw new LimitException("more than " + MOST_ENTRIES + " entries");
        }
        List<String> steps = new ArrayList<>();
        String path = entry.replace('\\', '/');
        for (String step : path.split("/")) {
            if (step.equals("..") || step.isEmpty() && steps.isEmpty() && path.startsWith("/")) {
                trouble(entry, "would lie outside of the archive");
                return null;
            }
            if (step.indexOf('\0') >= 0) {
                trouble(entry, "has a name that no file can have");
                return null;
            }
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        if (steps.size() > DEEPEST) {
            trouble(entry, "lies more than " + DEEPEST + " folders deep");
            return null;
        }
        return steps;
    }

    private @Nullable PackedFile folder(String entry, List<String> steps) throws LimitException {
        PackedFile folder = root;
        for (String step : steps) {
            PackedFile next = folder.child(step);
            if (next == null) {
                if (++folders > MOST_FOLDERS) {
                    throw new LimitException("more than " + MOST_FOLDERS + " folders");
                }
                next = PackedFile.folder(step);
                folder.add(next);
            }
            if (!next.isFolder()) {
                trouble(entry, "would lie in a file");
                return null;
            }
            folder = next;
        }
        return folder;
    }

    /** Whether what a file holds may be configuration, by its name. */
    static boolean isKept(String name) {
        return KEPT.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
