package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One walk below a folder in search of web.config files. Links are followed, except to a folder that they lie in and
 * out of the boundary; however links are laid, the walk ends.
 */
final class WebConfigWalk extends SimpleFileVisitor<Path> {

    static final String WEB_CONFIG = "web.config";
    static final String NOT_WRITABLE = "has a name that no Windows folder can have";

    private static final Comparator<Path> EXACT_FIRST = Comparator.<Path, Boolean>comparing(
                    file -> !Disk.name(file).equals(WEB_CONFIG))
            .thenComparing(Comparator.naturalOrder());

    private static final int DEPTH = 64;
    private static final int LINKS_TO_ONE_FOLDER = 16;

    private final Path start;
    private final @Nullable Path boundary;
    private final SkippedFolders skipped;
    private final SearchLog log;
    private final Map<Path, Integer> linked = new HashMap<>();
    private final NavigableMap<Path, Path> found = new TreeMap<>();
    private boolean metLinks;

    /**
     * What a walk found.
     *
     * @param files by their folders
     * @param metLinks whether some folder on the way may be a link
     */
    record Found(NavigableMap<Path, Path> files, boolean metLinks) {}

    private WebConfigWalk(Path start, @Nullable Path boundary, SkippedFolders skipped, SearchLog log) {
        this.start = start;
        this.boundary = boundary;
        this.skipped = skipped;
        this.log = log;
    }

    /**
     * The folders below a folder that hold a web.config, itself included, each with that file. Of two spellings in one
     * folder it is the exact one, or else the first.
     *
     * @param boundary the real path that links may not lead out of; null where they may lead anywhere
     * @param log is told of each folder that cannot be walked, and of what else is met
     */
    static Found below(Path start, @Nullable Path boundary, SkippedFolders skipped, SearchLog log) {
        WebConfigWalk walk = new WebConfigWalk(start, boundary, skipped, log);
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, walk);
        } catch (IOException e) {
            log.trouble(start, FileBytes.reason(e));
        }
        return new Found(walk.found, walk.metLinks);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.equals(start)) {
            return FileVisitResult.CONTINUE;
        }
        String name = Disk.name(folder);
        if (skipped.contains(folder)) {
            log.skipped(folder);
            return FileVisitResult.SKIP_SUBTREE;
        }
        boolean isLink = Files.isSymbolicLink(folder);
        metLinks |= isLink;
        if (note(folder, name)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!isWritable(name)) {
            log.trouble(folder, NOT_WRITABLE);
            return FileVisitResult.SKIP_SUBTREE;
        }
        boolean entered = !isLink || follow(folder);
        return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = Disk.name(file);
        metLinks |= attributes.isDirectory();
        if (Transform.isNamed(name)) {
            log.namedAsTransform(file);
        } else if (!note(file, name) && attributes.isDirectory() && !skipped.contains(file)) {
            log.trouble(file, "lies more than " + DEPTH + " folders deep");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        boolean loop = failure instanceof FileSystemLoopException;
        metLinks = true;
        if (!loop && !note(file, Disk.name(file)) && !skipped.contains(file) && Files.isDirectory(file)) {
            log.trouble(file, FileBytes.reason(failure));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            log.trouble(folder, FileBytes.reason(failure));
        }
        return FileVisitResult.CONTINUE;
    }

    /** Takes the folder of whatever is called web.config, even if it cannot be read: then that is to be said. */
    private boolean note(Path entry, String name) {
        Path folder = entry.getParent();
        if (folder == null || entry.equals(start) || !name.equalsIgnoreCase(WEB_CONFIG)) {
            return false;
        }
        found.merge(folder, entry, WebConfigWalk::better);
        return true;
    }

    /** Of two spellings in one folder. */
    static Path better(Path one, Path other) {
        return EXACT_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private boolean follow(Path link) throws IOException {
        Path target = link.toRealPath();
        if (boundary != null && !target.startsWith(boundary)) {
            return false;
        }
        if (linked.merge(target, 1, Integer::sum) > LINKS_TO_ONE_FOLDER) {
            log.trouble(link, "is one of too many links to one folder");
            return false;
        }
        return true;
    }

    /** The name goes into paths that are written as Windows writes them, and into XML. */
    static boolean isWritable(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c != '\\' && c < 0xFFFE);
    }
}
