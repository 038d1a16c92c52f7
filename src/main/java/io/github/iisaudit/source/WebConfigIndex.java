package io.github.iisaudit.source;

import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folders with a web.config, found by walking; what was walked once is not walked again while memory lasts. */
final class WebConfigIndex {

    private final Search search;
    private final @Nullable GitListings listings;
    private SoftReference<Map<Path, WebConfigs>> walks = new SoftReference<>(new HashMap<>());

    private WebConfigIndex(Search search, @Nullable GitListings listings) {
        this.search = search;
        this.listings = listings;
    }

    /** An index of nothing yet. */
    WebConfigIndex(Search search) {
        this(search, null);
    }

    /** An index of a repository that begins at a folder, whose files git tells where it can. */
    static WebConfigIndex ofRepository(Search search, Path root) {
        return new WebConfigIndex(search, new GitListings(root));
    }

    /** The folders below a folder that hold a web.config, without itself: relative paths, in order ignoring case. */
    List<String> below(Path folder) {
        WebConfigs covering = covering(folder);
        WebConfigs found = covering == null ? walk(folder) : covering;
        return found.below(relative(folder, found));
    }

    /**
     * A web.config below a folder that was walked, by its exact path; null where it is to be searched.
     *
     * @param name the file's path below the folder
     */
    @Nullable
    Path webConfig(Path walked, String name) {
        int end = name.length() - WebConfigWalk.WEB_CONFIG.length();
        boolean isExact = name.endsWith(WebConfigWalk.WEB_CONFIG) && (end == 0 || name.charAt(end - 1) == '/');
        WebConfigs found = isExact ? covering(walked) : null;
        if (found == null) {
            return null;
        }
        String above = relative(walked, found);
        return found.in(above + (end == 0 || above.isEmpty() ? "" : "/") + name.substring(0, Math.max(end - 1, 0)));
    }

    /** What the searches so far came upon beside. */
    SearchLog log() {
        return search.log();
    }

    /** Forgets what was found, but not what was come upon beside. */
    void forget() {
        walks.clear();
    }

    private static String relative(Path folder, WebConfigs found) {
        return folder.equals(found.start()) ? "" : Drives.below(found.start(), folder);
    }

    private Map<Path, WebConfigs> walks() {
        Map<Path, WebConfigs> known = walks.get();
        if (known == null) {
            known = new HashMap<>();
            walks = new SoftReference<>(known);
        }
        return known;
    }

    private WebConfigs walk(Path folder) {
        Optional<WebConfigs> known =
                listings == null ? Optional.empty() : WorkTreeFiles.below(folder, search, listings);
        WebConfigs found = known.orElseGet(() -> WebConfigWalk.below(folder, search));
        walks().put(folder, found);
        return found;
    }

    /** What was found by a walk that went through a folder; null where there was none. */
    private @Nullable WebConfigs covering(Path folder) {
        Map<Path, WebConfigs> known = walks();
        for (Path start = folder; start != null; start = start.getParent()) {
            WebConfigs found = known.get(start);
            if (found != null) {
                return wentThrough(folder, found) ? found : null;
            }
        }
        return null;
    }

    /** A folder that a walk left out may be the root of another application. */
    private boolean wentThrough(Path folder, WebConfigs found) {
        for (Path step = folder; step != null && !step.equals(found.start()); step = step.getParent()) {
            if (search.skipped().contains(step) || (found.metLinks() && Files.isSymbolicLink(step))) {
                return false;
            }
        }
        return true;
    }
}
