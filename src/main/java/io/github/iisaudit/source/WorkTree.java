package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One git work tree: which of its files are other than at a revision, and what they were then. Committed, staged and
 * unstaged changes count alike, and untracked files are new. Of a submodule it counts that another commit is checked out.
 */
final class WorkTree {

    private static final String OTHER = "? ";

    private final Revision revision;
    private final Path top;
    private final Map<String, DiffEntry> changed = new TreeMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> tracked = new HashSet<>();
    private final List<String> submodules = new ArrayList<>();
    private final Map<String, byte[]> contents = new HashMap<>();

    private WorkTree(Revision revision) {
        this.revision = revision;
        this.top = revision.top();
    }

    /**
     * The work tree of a revision.
     *
     * @throws SourceException where it cannot be compared; the message begins with the revision
     */
    static WorkTree since(Revision revision) throws SourceException {
        WorkTree tree = new WorkTree(revision);
        try {
            tree.compare();
            return tree;
        } catch (IOException e) {
            throw revision.trouble("cannot run git: " + e.getMessage());
        }
    }

    private void compare() throws SourceException, IOException {
        Git git = revision.git();
        Git.Answer diff = git.ask(
                "diff-index",
                "--raw",
                "-z",
                "--no-abbrev",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=dirty",
                revision.commit(),
                "--");
        Git.Answer files = git.ask("ls-files", "-z", "-v", "--stage", "--others", Git.IGNORED);
        if (diff.exit() != 0 || files.exit() != 0) {
            String why = diff.exit() != 0 ? diff.error() : files.error();
            throw revision.trouble("git cannot compare (" + why + ")");
        }
        files.records().forEach(this::take);
        DiffEntry.parse(diff.records()).forEach(this::take);
        read();
    }

    /** Takes {@code <tag> <mode> <object> <stage>TAB<path>} of a tracked file, {@code ? <path>} of another. */
    private void take(String listed) {
        if (listed.startsWith(OTHER)) {
            take(new DiffEntry(listed.substring(OTHER.length()), DiffEntry.NOTHING));
            return;
        }
        int tab = listed.indexOf('\t');
        String path = listed.substring(tab + 1);
        String[] fields = listed.substring(0, Math.max(tab, 0)).split(" ");
        if (listed.startsWith("160000", 2)) {
            submodules.add(path + "/");
            return;
        }
        tracked.add(path);
        if (isAssumed(listed.charAt(0), path)) {
            take(new DiffEntry(path, fields[2]));
        }
    }

    /** Git was told not to look at some files: of those that are there it says that they are as they were. */
    private boolean isAssumed(char tag, String path) {
        return (tag == 'S' || Character.isLowerCase(tag))
                && isConfiguration(path)
                && (tag == 'h' || Files.exists(top.resolve(path)));
    }

    private void take(DiffEntry entry) {
        changed.merge(entry.path(), entry, (one, other) -> one.isNew() ? other : one);
        if (!entry.isNew()) {
            spellings.put(entry.path().toLowerCase(Locale.ROOT), entry.path());
        }
    }

    /** Reads what configuration was, at one go; what only looks changed, such as a file that was written anew, is forgotten. */
    private void read() throws SourceException, IOException {
        List<DiffEntry> wanted = changed.values().stream()
                .filter(entry -> !entry.isNew() && isConfiguration(entry.path()))
                .toList();
        List<Optional<byte[]>> read = wanted.isEmpty()
                ? List.of()
                : revision.read(wanted.stream().map(DiffEntry::object).toList());
        for (int i = 0; i < wanted.size(); i++) {
            String path = wanted.get(i).path();
            byte[] content = read.get(i)
                    .orElseThrow(
                            () -> revision.trouble(
                                    "this clone lacks what " + path
                                            + " was then, or it was larger than any file that is audited: fetch it first (git fetch --refetch)"));
            contents.put(path, content);
            Path file = top.resolve(path);
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                changed.remove(path);
                tracked.add(path);
            }
        }
    }

    private static boolean isConfiguration(String path) {
        return path.regionMatches(true, path.length() - 7, ".config", 0, 7);
    }

    String described() {
        return revision.described();
    }

    boolean contains(Path real) {
        return real.startsWith(top);
    }

    /** Whether anything changed in a folder or file. */
    boolean isChanged(Path real) {
        String path = path(real);
        String below = path.isEmpty() ? "" : path + "/";
        return changed.keySet().stream().anyMatch(it -> it.equals(path) || it.startsWith(below));
    }

    /** Whether there is no file in a folder that git does not ignore: what is there came without a commit. */
    boolean isUnknown(Path real) {
        String below = path(real) + "/";
        return !below.equals("/")
                && submodules.stream().noneMatch(it -> below.startsWith(it))
                && tracked.stream().noneMatch(it -> it.startsWith(below) || below.equals(it + "/"));
    }

    /** Whether a file of a name is gone from any folder. */
    boolean hasLost(String name) {
        return changed.values().stream()
                .anyMatch(entry -> !entry.isNew()
                        && ("/" + entry.path()).toLowerCase(Locale.ROOT).endsWith("/" + name)
                        && !Files.exists(top.resolve(entry.path())));
    }

    /** The paths in a folder of the files that were there at the revision, and changed or are gone. */
    List<String> past(Path real) {
        String path = path(real);
        String below = path.isEmpty() ? "" : path + "/";
        return changed.values().stream()
                .filter(entry -> !entry.isNew() && entry.path().regionMatches(true, 0, below, 0, below.length()))
                .map(entry -> entry.path().substring(below.length()))
                .toList();
    }

    /** What became of a file; empty where it did not change. */
    Optional<Past> past(Path real, boolean isThere) {
        String path = path(real);
        DiffEntry entry = changed.get(path);
        if (entry != null && !entry.isNew()) {
            return Optional.of(new Past(content(entry)));
        }
        @Nullable String other = spellings.get(path.toLowerCase(Locale.ROOT));
        DiffEntry renamed =
                other == null || isThere && isOtherFile(top.resolve(other), real) ? null : changed.get(other);
        if (renamed != null && (entry != null || !isThere)) {
            return Optional.of(new Past(content(renamed)));
        }
        return entry != null || isThere && !isTracked(path) ? Optional.of(new Past(null)) : Optional.empty();
    }

    private static boolean isOtherFile(Path one, Path other) {
        try {
            return Files.exists(one) && !Files.isSameFile(one, other);
        } catch (IOException e) {
            return true;
        }
    }

    /** What a file was; null where there was none. */
    record Past(byte @Nullable [] content) {}

    private boolean isTracked(String path) {
        return tracked.contains(path)
                || submodules.stream().anyMatch(it -> path.startsWith(it) && !isChanged(top.resolve(it)));
    }

    private byte @Nullable [] content(DiffEntry entry) {
        byte[] known = contents.get(entry.path());
        if (known != null) {
            return known;
        }
        try {
            return revision.read(List.of(entry.object())).get(0).orElse(null);
        } catch (SourceException e) {
            return null;
        }
    }

    private String path(Path real) {
        return Drives.slashes(top.relativize(real));
    }
}
