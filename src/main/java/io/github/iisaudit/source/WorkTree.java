package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private final Git git;
    private final Path top;
    private final Map<String, DiffEntry> changed = new TreeMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> tracked = new HashSet<>();
    private final List<String> submodules = new ArrayList<>();
    private final Map<String, byte[]> contents = new HashMap<>();

    private WorkTree(Git git, Path top) {
        this.git = git;
        this.top = top;
    }

    /**
     * The work tree that a folder lies in.
     *
     * @throws SourceException where there is none, or it cannot be compared; the message begins with the revision
     */
    static WorkTree around(Path folder, String revision) throws SourceException {
        Git git = Git.in(folder)
                .orElseThrow(() -> new SourceException("--since " + revision + ": there is no git on the PATH"));
        try {
            Git.Answer top = git.ask("rev-parse", "--show-toplevel");
            if (top.exit() != 0) {
                String why = top.error().contains("not a git repository") ? "" : " (" + top.error() + ")";
                throw new SourceException(
                        "--since " + revision + ": " + Drives.slashes(folder) + " is in no git work tree" + why);
            }
            Path root = Path.of(top.text().stripTrailing()).toRealPath();
            WorkTree tree = new WorkTree(Git.in(root).orElse(git), root);
            tree.compare(revision, tree.commit(revision));
            return tree;
        } catch (IOException e) {
            throw new SourceException("--since " + revision + ": cannot run git: " + e.getMessage());
        }
    }

    private String commit(String revision) throws SourceException, IOException {
        if (revision.isBlank() || revision.startsWith("-") || revision.indexOf('\n') >= 0) {
            throw new SourceException("--since takes a revision, such as HEAD~1 or a branch");
        }
        Git.Answer commit = git.ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
        if (commit.exit() == 0) {
            return commit.text().strip();
        }
        boolean isShallow =
                git.ask("rev-parse", "--is-shallow-repository").text().strip().equals("true");
        throw new SourceException("--since " + revision + ": there is no such revision"
                + (isShallow
                        ? " in this shallow clone: fetch more of the history first (git fetch --depth=50, or fetch-depth"
                                + " of the checkout)"
                        : " in " + Drives.slashes(top)));
    }

    private void compare(String revision, String commit) throws SourceException, IOException {
        Git.Answer diff = git.ask(
                "diff-index",
                "--raw",
                "-z",
                "--no-abbrev",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=dirty",
                commit,
                "--");
        Git.Answer files = git.ask("ls-files", "-z", "--stage", "--others", "--exclude-standard");
        if (diff.exit() != 0 || files.exit() != 0) {
            String why = diff.exit() != 0 ? diff.error() : files.error();
            throw new SourceException("--since " + revision + ": git cannot compare (" + why + ")");
        }
        files.records().forEach(this::take);
        DiffEntry.parse(diff.records()).forEach(this::take);
        read(revision);
    }

    private void take(String listed) {
        int tab = listed.indexOf('\t');
        String path = listed.substring(tab + 1);
        if (tab < 0) {
            take(new DiffEntry(path, DiffEntry.NOTHING));
        } else if (listed.startsWith("160000")) {
            submodules.add(path + "/");
        } else {
            tracked.add(path);
        }
    }

    private void take(DiffEntry entry) {
        changed.merge(entry.path(), entry, (one, other) -> one.isNew() ? other : one);
        if (!entry.isNew()) {
            spellings.put(entry.path().toLowerCase(Locale.ROOT), entry.path());
        }
    }

    /** Reads what configuration was, at one go; what only looks changed, such as a file that was written anew, is forgotten. */
    private void read(String revision) throws SourceException, IOException {
        List<DiffEntry> wanted = changed.values().stream()
                .filter(entry -> !entry.isNew() && isConfiguration(entry.path()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        StringBuilder objects = new StringBuilder();
        wanted.forEach(entry -> objects.append(entry.object()).append('\n'));
        Git.Answer batch = git.ask(objects.toString().getBytes(StandardCharsets.US_ASCII), "cat-file", "--batch");
        List<byte[]> read = DiffEntry.contents(batch.output(), wanted.size());
        if (read.size() < wanted.size()) {
            throw new SourceException("--since " + revision + ": this clone lacks what "
                    + wanted.get(read.size()).path() + " was then: fetch it first (git fetch --refetch)");
        }
        for (int i = 0; i < wanted.size(); i++) {
            String path = wanted.get(i).path();
            contents.put(path, read.get(i));
            Path file = top.resolve(path);
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), read.get(i))) {
                changed.remove(path);
                tracked.add(path);
            }
        }
    }

    private static boolean isConfiguration(String path) {
        return path.regionMatches(true, path.length() - 7, ".config", 0, 7);
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
            Git.Answer answer = git.ask("cat-file", "blob", entry.object());
            return answer.exit() == 0 ? answer.output() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private String path(Path real) {
        return Drives.slashes(top.relativize(real));
    }
}
