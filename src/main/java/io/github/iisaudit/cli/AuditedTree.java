package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What whoever changes the audited files may have written too: the work trees that the paths of a run lie in, and the folders
 * themselves where there is no work tree. Links do not lead out of it or hide what lies in it. Immutable.
 */
final class AuditedTree {

    /** Nothing is audited. */
    static final AuditedTree NONE = new AuditedTree(List.of(), false);

    private final List<Path> tops;
    private final boolean isAll;

    private AuditedTree(List<Path> tops, boolean isAll) {
        this.tops = tops;
        this.isAll = isAll;
    }

    /** The trees around paths as typed, which need not exist. */
    static AuditedTree around(List<String> paths) {
        List<Path> tops = new ArrayList<>();
        for (String path : paths) {
            try {
                tops.add(top(Path.of(path).toAbsolutePath().normalize()));
            } catch (InvalidPathException e) {
                continue; // whoever opens it says so
            }
        }
        return new AuditedTree(tops, false);
    }

    private static Path top(Path path) {
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    /** The same and, where this file lies in it, whatever that names, wherever it lies. */
    AuditedTree withAllThatNames(Path file) {
        return new AuditedTree(tops, isAll || contains(file));
    }

    /** Whether a file or folder lies in it, by its name or where it really is. */
    boolean contains(Path path) {
        if (isAll) {
            return true; // without looking where it is, which may be on another machine
        }
        Path absolute = path.toAbsolutePath().normalize();
        Path real = real(absolute);
        for (Path top : tops) {
            if (absolute.startsWith(top) || real.startsWith(real(top))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether files of it that name others name one that really lies elsewhere: nobody has given that to be read. One that does not
     * even seem to lie in it is not looked for, which could be to call another machine.
     */
    boolean leadsOutTo(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path top : tops) {
            if (absolute.startsWith(top) && real(absolute).startsWith(real(top))) {
                return false;
            }
        }
        return isAll;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
