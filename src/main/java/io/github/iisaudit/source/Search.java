package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What searches for web.config files on one server go by, and what they tell of beside. */
final class Search {

    private final Disk disk;
    private final SkippedFolders skipped;
    private final SearchLog log;
    private final @Nullable Path root;
    private @Nullable Path boundary;

    /**
     * What to go by.
     *
     * @param root the folder that links may not lead out of; null where they may lead anywhere
     */
    Search(Disk disk, SkippedFolders skipped, SearchLog log, @Nullable Path root) {
        this.disk = disk;
        this.skipped = skipped;
        this.log = log;
        this.root = root;
    }

    /** The same with links that may lead anywhere. */
    Search anywhere() {
        return new Search(disk, skipped, log, null);
    }

    Disk disk() {
        return disk;
    }

    SkippedFolders skipped() {
        return skipped;
    }

    /** Is told of each folder that cannot be walked, and of what else is met. */
    SearchLog log() {
        return log;
    }

    /** Whether a link may lead to a place. */
    boolean mayLeadTo(Path target) {
        if (root == null) {
            return true;
        }
        if (boundary == null) {
            boundary = real(root);
        }
        return target.startsWith(boundary);
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root.toAbsolutePath().normalize();
        }
    }
}
