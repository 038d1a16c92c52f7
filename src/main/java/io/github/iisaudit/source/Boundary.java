package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is audited, as a place on the disk: a link may lead to another place within, and not out of it, where other people's files
 * lie. Where nothing is a link the disk is asked at most once for each folder. A second name of a file (a hard link) cannot be told from the
 * first. Not safe for use by several threads.
 */
final class Boundary {

    /** Why something is not read, in words that follow a colon. */
    static final String REASON = "is, or lies behind, a link out of what is audited";

    /** Links may lead anywhere: on the machine itself, and where a file was named. */
    static final Boundary NONE = new Boundary(null, false);

    private static final String GIT = ".git";

    private final @Nullable Path root;
    private final boolean isOfWorkTree;
    private final Set<Path> entered = new HashSet<>();
    private @Nullable List<Path> places;

    private Boundary(@Nullable Path root, boolean isOfWorkTree) {
        this.root = root;
        this.isOfWorkTree = isOfWorkTree;
    }

    /** A link leads out of a place. */
    static final class LinkedOutException extends IOException {
        LinkedOutException() {
            super(REASON);
        }
    }

    /** A folder, or what it leads to where it is a link itself. */
    static Boundary at(Path root) {
        return new Boundary(root, false);
    }

    /** A folder with the rest of the git work tree that it lies in. What git keeps for itself is none of it. */
    static Boundary ofWorkTree(Path folder) {
        return new Boundary(folder, true);
    }

    /** Fails where a folder below the root, or one on the way to it, is a link that leads out. What is a link the disk tells. */
    void enter(Path folder, Disk disk) throws IOException {
        if (root == null || folder.equals(root) || entered.contains(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            enter(above, disk);
        }
        if (disk.kind(folder) == Entry.Kind.LINK) {
            follow(folder);
        }
        entered.add(folder);
    }

    /** Fails where a link leads out, or nowhere. */
    void follow(Path link) throws IOException {
        if (root != null && !holds(link.toRealPath())) {
            throw new LinkedOutException();
        }
    }

    /** Whether a place, without links on the way to it, lies within. */
    boolean holds(Path target) {
        if (root == null) {
            return true;
        }
        if (places == null) {
            places = places(root);
        }
        for (Path place : places) {
            if (target.startsWith(place)) {
                return !isOfGit(place.relativize(target));
            }
        }
        return false;
    }

    private static boolean isOfGit(Path below) {
        for (Path name : below) {
            if (name.toString().equalsIgnoreCase(GIT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the folder lies in a git work tree. */
    boolean isOfWorkTree() {
        return root != null && isOfWorkTree && workTree(real(root)) != null;
    }

    private List<Path> places(Path folder) {
        Path real = real(folder);
        Path workTree = isOfWorkTree ? workTree(real) : null;
        return workTree == null ? List.of(real) : List.of(real, workTree);
    }

    private static @Nullable Path workTree(Path real) {
        for (Path at = real; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(GIT))) {
                return at;
            }
        }
        return null;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
