package io.github.iisaudit.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A path that a user typed.
 *
 * @param text as it was typed, with forward slashes and without one at the end
 * @param path the same for this system
 */
record Typed(String text, Path path) {

    static Typed of(String typed) throws SourceException {
        if (typed.isEmpty()) {
            throw new SourceException("a path is empty");
        }
        try {
            Path path = Path.of(typed);
            String text = typed.replace(path.getFileSystem().getSeparator(), "/");
            return new Typed(withoutSlashAtEnd(text), path);
        } catch (InvalidPathException e) {
            throw new SourceException("no path of this system: " + typed.replaceAll("\\p{Cntrl}", "?"));
        }
    }

    private static String withoutSlashAtEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The last name of the path, also where {@code .} or {@code ..} was typed; what was typed where it has none. */
    String name() {
        String name = Disk.name(path.toAbsolutePath().normalize());
        return name.isEmpty() ? text + "/" : name;
    }

    /** The folder that the path lies in, as it was typed; {@code .} where none was typed. */
    String folder() {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? "." : text.substring(0, slash);
    }

    /** The name of the folder that the path lies in; empty for what lies at the root of a disk. */
    String folderName() {
        Path folder = path.toAbsolutePath().normalize().getParent();
        return folder == null ? "" : Disk.name(folder);
    }

    /** A path below this one. */
    String below(String relative) {
        return text + "/" + relative;
    }
}
