package io.github.iisaudit.source;

/** What searches for web.config files on one server go by, and what they tell of beside. */
final class Search {

    private final Disk disk;
    private final SkippedFolders skipped;
    private final SearchLog log;

    Search(Disk disk, SkippedFolders skipped, SearchLog log) {
        this.disk = disk;
        this.skipped = skipped;
        this.log = log;
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
}
