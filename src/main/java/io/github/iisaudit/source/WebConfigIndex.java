package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The folders with a web.config, found by walking; what was walked once is not walked again. */
final class WebConfigIndex {

    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Drives drives;
    private final SkippedFolders skipped;
    private final @Nullable Path boundary;
    private final Map<Path, NavigableSet<Path>> walked = new LinkedHashMap<>();
    private final NavigableMap<String, Unavailable> troubles = new TreeMap<>();

    /**
     * An index of nothing yet.
     *
     * @param root the folder that links may not lead out of; empty where they may lead anywhere
     */
    WebConfigIndex(Drives drives, SkippedFolders skipped, Optional<Path> root) {
        this.drives = drives;
        this.skipped = skipped;
        this.boundary = root.map(WebConfigIndex::real).orElse(null);
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root.toAbsolutePath().normalize();
        }
    }

    /**
     * The folders below a folder that hold a web.config, itself not included: relative paths, in order ignoring case.
     */
    List<String> below(Path folder) {
        return known(folder).stream()
                .filter(found -> found.startsWith(folder) && !found.equals(folder))
                .map(found -> Drives.slashes(folder.relativize(found)))
                .sorted(ORDER)
                .toList();
    }

    List<Unavailable> unreadable() {
        return List.copyOf(troubles.values());
    }

    private NavigableSet<Path> known(Path folder) {
        for (Map.Entry<Path, NavigableSet<Path>> walk : walked.entrySet()) {
            if (covers(walk.getKey(), folder)) {
                return walk.getValue().tailSet(folder, true);
            }
        }
        NavigableSet<Path> found = WebConfigWalk.below(folder, boundary, skipped, this::remember);
        walked.put(folder, found);
        return found;
    }

    /** Whether a walk went through a folder: one that it skipped may be the root of another application. */
    private boolean covers(Path start, Path folder) {
        if (!folder.startsWith(start)) {
            return false;
        }
        for (Path step = folder; step != null && !step.equals(start); step = step.getParent()) {
            if (skipped.contains(step) || Files.isSymbolicLink(step)) {
                return false;
            }
        }
        return true;
    }

    private void remember(Path folder, String reason) {
        String shown = drives.shown(folder);
        troubles.put(shown, new Unavailable(shown, reason, true));
    }
}
