package io.github.iisaudit.report;

/**
 * Where the program was started, and the repository around that folder: code hosts name files from the root of the repository.
 *
 * @param current the absolute path of the folder, with forward slashes
 * @param repository the absolute path of the repository's root, at or above the folder; the same as {@code current} where there
 *     is no repository
 */
public record WorkFolder(String current, String repository) {

    /** Nothing is known: file names begin at the current folder. */
    public static final WorkFolder UNKNOWN = new WorkFolder("", "");

    /** The way from the repository's root down to the current folder; empty where they are the same. */
    String below() {
        return below(current);
    }

    /** Whether an absolute path is the repository's root or lies below it. */
    boolean holds(String path) {
        return !repository.isEmpty() && (path.equals(repository) || path.startsWith(repository + "/"));
    }

    /** The way from the repository's root down to an absolute path that it holds. */
    String below(String path) {
        return path.substring(repository.length());
    }
}
