package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The web.config files that git knows below a folder, so that what {@code .gitignore} names is left out. Submodules and
 * repositories within are asked in turn.
 */
final class WorkTreeFiles {

    private final Search search;
    private final SearchLog log;
    private final GitListings listings;
    private final WebConfigs found;

    private WorkTreeFiles(Search search, GitListings listings, Path start) {
        this.search = search;
        this.listings = listings;
        this.log = search.log();
        this.found = new WebConfigs(start);
        found.meetLinks();
    }

    /**
     * What lies below a folder, itself included. Empty where git cannot tell:
     * outside of a work tree, without the program, and in a folder that git itself ignores.
     */
    static Optional<WebConfigs> below(Path folder, Search search, GitListings listings) {
        WorkTreeFiles files = new WorkTreeFiles(search, listings, folder);
        return files.isKnown(folder) ? Optional.of(files.found) : Optional.empty();
    }

    private boolean isKnown(Path folder) {
        GitListing listing = listings.below(folder).orElse(null);
        if (listing == null) {
            return false;
        }
        listing.candidates().forEach(path -> take(folder, folder.resolve(path)));
        listing.links().forEach(path -> takeLink(folder, folder.resolve(path)));
        listing.repositories().forEach(path -> takeWithin(folder.resolve(path)));
        listing.others().forEach(path -> takeOther(folder, folder.resolve(path)));
        return true;
    }

    /** Git does not look into folders behind links. Of one within the work tree it knows the files by their own names. */
    private void takeLink(Path start, Path link) {
        Path folder = link.getParent();
        if (folder == null || isPassedBy(start, link) || !Files.isDirectory(link)) {
            return;
        }
        try {
            search.disk().enter(link);
        } catch (IOException e) {
            log.trouble(link, FileBytes.reason(e));
        }
    }

    /** A file that was deleted and is still in the index is none. */
    private void take(Path start, Path file) {
        Path folder = file.getParent();
        if (folder == null || isPassedBy(start, folder) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            search.disk().enter(folder);
        } catch (IOException e) {
            log.trouble(file, FileBytes.reason(e)); // git still knows it from the time before there was a link
            return;
        }
        if (Transform.isNamed(Disk.name(file))) {
            log.namedAsTransform(file);
        } else {
            found.add(folder.equals(found.start()) ? "" : Drives.below(found.start(), folder), file);
        }
    }

    private void takeOther(Path start, Path file) {
        Path folder = file.getParent();
        if (folder != null && !isPassedBy(start, folder)) {
            log.other(file, Disk.name(file));
        }
    }

    private boolean isPassedBy(Path start, Path folder) {
        for (Path at = folder; at != null && !at.equals(start); at = at.getParent()) {
            if (search.skipped().contains(at)) {
                log.skipped(at);
                return true;
            }
            if (!WebConfigWalk.isWritable(Disk.name(at))) {
                log.trouble(at, WebConfigWalk.NOT_WRITABLE);
                return true;
            }
        }
        return false;
    }

    private void takeWithin(Path repository) {
        @Nullable Path above = repository.getParent();
        if (above == null || isPassedBy(above, repository) || !Files.isDirectory(repository)) {
            return;
        }
        if (!Files.exists(repository.resolve(".git")) || !isKnown(repository)) {
            found.addAll(WebConfigWalk.below(repository, search));
        }
    }
}
