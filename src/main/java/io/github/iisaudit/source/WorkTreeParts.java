package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a run that are parts of one repository: several in one git work tree, or one that inherits from a web.config above it in
 * its work tree. What is audited is the work tree then, and the paths say what of it. Not safe for use by several threads.
 */
final class WorkTreeParts {

    private final SourceOptions options;
    private final Map<Path, Whole> wholes = new HashMap<>();
    private final Map<Path, List<Typed>> byTop = new HashMap<>();

    /** A work tree, and what is asked about of it so far. */
    private record Whole(Repository repository, Asked asked) {}

    WorkTreeParts(List<String> typed, SourceOptions options) {
        this.options = options;
        for (String path : typed) {
            try {
                Typed each = Typed.of(path);
                top(each.path())
                        .ifPresent(top -> byTop.computeIfAbsent(top, t -> new ArrayList<>())
                                .add(each));
            } catch (SourceException e) {
                continue; // whoever opens it says so
            }
        }
    }

    /**
     * Opens a folder or a web.config as a part: the first of a work tree makes a draft, the others join it.
     *
     * @return whether it is one; what git does not know of, such as what a build wrote, is audited by itself
     */
    boolean open(Typed typed, List<Draft> drafts) {
        Path top = top(typed.path()).orElse(null);
        try {
            Path real = typed.path().toRealPath();
            if (top == null || real.equals(top) || isAlone(top) && !hasWebConfigAbove(real, top)) {
                return false;
            }
            return open(typed, top, top.relativize(real), drafts);
        } catch (IOException | SourceException e) {
            return false;
        }
    }

    private boolean open(Typed typed, Path top, Path below, List<Draft> drafts) throws IOException, SourceException {
        Whole whole = wholes.get(top);
        boolean isFirst = whole == null;
        if (whole == null) {
            Typed all = above(typed, below.getNameCount(), top);
            whole = new Whole(new Repository(all, "R", options), new Asked());
        }
        boolean isFile = !Files.isDirectory(typed.path());
        String part = Drives.slashes(below);
        String folder = isFile ? part.substring(0, Math.max(0, part.lastIndexOf('/'))) : part;
        Optional<Draft> draft =
                whole.repository.holds(folder) ? whole.repository.assumed(whole.asked) : Optional.empty();
        if (draft.isEmpty()) {
            return false;
        }
        if (isAskedWhole(top)) {
            return true;
        }
        whole.asked.add(folder, isFile);
        if (isFirst) {
            wholes.put(top, whole);
            drafts.add(draft.get());
        }
        return true;
    }

    /** Whether the top itself is among the paths, so that its parts add nothing. */
    private boolean isAskedWhole(Path top) throws IOException {
        for (Typed each : byTop.getOrDefault(top, List.of())) {
            if (each.path().toRealPath().equals(top)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAlone(Path top) {
        return byTop.getOrDefault(top, List.of()).size() < 2;
    }

    private static boolean hasWebConfigAbove(Path real, Path top) {
        Path start = Files.isDirectory(real) ? real.getParent() : above(real.getParent());
        for (Path at = start; at != null && at.startsWith(top); at = at.getParent()) {
            if (hasWebConfig(at)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Path above(@Nullable Path folder) {
        return folder == null ? null : folder.getParent();
    }

    private static boolean hasWebConfig(Path folder) {
        try {
            return !Listing.of(folder).named(WebConfigWalk.WEB_CONFIG).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> top(Path path) {
        return Files.isDirectory(path)
                ? Git.top(path)
                : Optional.ofNullable(path.toAbsolutePath().getParent()).flatMap(Git::top);
    }

    /** The folder so many names above, typed alike; the real one where links are on the way. */
    private static Typed above(Typed typed, int names, Path top) throws SourceException, IOException {
        Path path = typed.path().normalize();
        int left = names;
        while (left > 0 && isNamed(path)) {
            @Nullable Path parent = path.getParent();
            path = parent == null ? Path.of("") : parent;
            left--;
        }
        for (; left > 0; left--) {
            path = path.resolve("..");
        }
        Path found = path.toString().isEmpty() ? Path.of(".") : path;
        return Typed.of((Files.exists(found) && found.toRealPath().equals(top) ? found : top).toString());
    }

    private static boolean isNamed(Path path) {
        Path name = path.getFileName();
        return name != null && !name.toString().isEmpty() && !name.toString().equals("..");
    }

    /** What is asked about of a work tree: folders with all that lies below, ignoring case, and the folders of files alone. */
    static final class Asked {

        private final List<String> folders = new ArrayList<>();
        private final List<String> alone = new ArrayList<>();

        void add(String folder, boolean isAlone) {
            (isAlone ? alone : folders).add(key(folder));
        }

        /** Whether the folder of a file is among them, by its path below the top. */
        boolean contains(String file) {
            String key = key(file.substring(0, Math.max(0, file.lastIndexOf('/'))));
            for (String each : folders) {
                if (key.equals(each) || key.startsWith(each + "/")) {
                    return true;
                }
            }
            return alone.contains(key);
        }

        private static String key(String path) {
            return path.replace('\\', '/').toLowerCase(Locale.ROOT);
        }
    }
}
