package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What git listed below the folder that a run is about, so that it is asked once for each repository. Not safe for use by
 * several threads.
 */
final class GitListings {

    private static final int REPOSITORIES = 100;

    private final Path root;
    private final Map<Path, Optional<GitListing>> known = new HashMap<>();

    GitListings(Path root) {
        this.root = root;
    }

    /** What git lists below a folder; empty where it cannot tell, or was asked about very many repositories. */
    Optional<GitListing> below(Path folder) {
        try {
            Path start = root.toRealPath();
            Path real = folder.toRealPath();
            if (real.startsWith(start)) {
                known(start);
            }
            for (Path at = real; at != null; at = at.getParent()) {
                Optional<GitListing> listing = known.get(at);
                if (listing != null && Git.top(at).equals(Git.top(real))) {
                    String below = Drives.slashes(at.relativize(real));
                    return listing.flatMap(it -> it.below(below));
                }
            }
            return known(real);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<GitListing> known(Path folder) {
        Optional<GitListing> listing = known.get(folder);
        if (listing == null) {
            listing = known.size() < REPOSITORIES ? list(folder) : Optional.empty();
            known.put(folder, listing);
        }
        return listing;
    }

    private static Optional<GitListing> list(Path folder) {
        try {
            return GitListing.of(folder);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
