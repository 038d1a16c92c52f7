package io.github.iisaudit.source;

import io.github.iisaudit.source.WebConfigWalk.Found;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folders with a web.config, found by walking; what was walked once is not walked again while memory lasts. */
final class WebConfigIndex {

    private static final Comparator<String> ORDER = (a, b) -> {
        int ignoringCase = a.compareToIgnoreCase(b);
        return ignoringCase == 0 ? a.compareTo(b) : ignoringCase;
    };

    private final SkippedFolders skipped;
    private final @Nullable Path boundary;
    private final boolean asksGit;
    private final SearchLog log;
    private SoftReference<Map<Path, Found>> walks = new SoftReference<>(new HashMap<>());

    /**
     * An index of nothing yet.
     *
     * @param root the folder that links may not lead out of; empty where they may lead anywhere
     */
    WebConfigIndex(Drives drives, SkippedFolders skipped, Optional<Path> root) {
        this(drives, skipped, root, false);
    }

    private WebConfigIndex(Drives drives, SkippedFolders skipped, Optional<Path> root, boolean asksGit) {
        this.asksGit = asksGit;
        this.log = new SearchLog(drives);
        this.skipped = skipped;
        this.boundary = root.map(WebConfigIndex::real).orElse(null);
    }

    /** An index of a repository, whose files git tells where it can. */
    static WebConfigIndex ofRepository(Drives drives, Path root) {
        return new WebConfigIndex(drives, SkippedFolders.REPOSITORY, Optional.of(root), true);
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root.toAbsolutePath().normalize();
        }
    }

    /** The folders below a folder that hold a web.config, without itself: relative paths, in order ignoring case. */
    List<String> below(Path folder) {
        String prefix = folder.toString();
        return covering(folder).orElseGet(() -> walk(folder)).files().tailMap(folder, false).keySet().stream()
                // Paths are in the order of their texts: those below the folder are not far.
                .takeWhile(found -> found.toString().regionMatches(true, 0, prefix, 0, prefix.length()))
                .filter(found -> found.startsWith(folder))
                .map(found -> Drives.slashes(folder.relativize(found)))
                .sorted(ORDER)
                .toList();
    }

    /** A web.config below a folder that was walked, by its exact path; empty where it is to be searched. */
    Optional<Path> webConfig(Path walked, String name) {
        Optional<Found> walk = name.endsWith(WebConfigWalk.WEB_CONFIG) ? covering(walked) : Optional.empty();
        if (walk.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = walked.resolve(name);
            boolean exact = Disk.name(file).equals(WebConfigWalk.WEB_CONFIG);
            return exact ? Optional.ofNullable(file.getParent()).map(walk.get().files()::get) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the searches so far came upon beside. */
    SearchLog log() {
        return log;
    }

    private Map<Path, Found> walks() {
        Map<Path, Found> known = walks.get();
        if (known == null) {
            known = new HashMap<>();
            walks = new SoftReference<>(known);
        }
        return known;
    }

    private Found walk(Path folder) {
        Optional<NavigableMap<Path, Path>> known =
                asksGit ? WorkTreeFiles.below(folder, skipped, log) : Optional.empty();
        Found found = known.map(files -> new Found(files, true))
                .orElseGet(() -> WebConfigWalk.below(folder, boundary, skipped, log));
        walks().put(folder, found);
        return found;
    }

    /** What was found by a walk that went through a folder. */
    private Optional<Found> covering(Path folder) {
        Map<Path, Found> known = walks();
        for (Path start = folder; start != null; start = start.getParent()) {
            Found found = known.get(start);
            if (found != null) {
                return wentThrough(start, folder, found.metLinks()) ? Optional.of(found) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A folder that a walk left out may be the root of another application. */
    private boolean wentThrough(Path start, Path folder, boolean metLinks) {
        for (Path step = folder; step != null && !step.equals(start); step = step.getParent()) {
            if (skipped.contains(step) || (metLinks && Files.isSymbolicLink(step))) {
                return false;
            }
        }
        return true;
    }
}
