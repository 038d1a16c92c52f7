package io.github.iisaudit.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the volumes of a server lie on this disk, and how files on them are shown. */
interface Drives {

    /** The folders that stand for a volume, the most likely first; empty where it was not collected. */
    List<Path> roots(String volume) throws IOException;

    /** The path of a file on this disk, relative to the root of the source, with forward slashes. */
    String shown(Path file);

    /** The path that a file would have if it had been collected. */
    String shown(PhysicalPath file);

    /** The path of a file relative to a folder that it lies in, with forward slashes. */
    static String below(Path folder, Path file) {
        String start = folder.toString();
        String text = file.toString();
        char separator = File.separatorChar;
        boolean isPlain = !start.isEmpty()
                && text.length() > start.length()
                && text.charAt(start.length()) == separator
                && text.startsWith(start);
        return isPlain ? text.substring(start.length() + 1).replace(separator, '/') : slashes(folder.relativize(file));
    }

    /** Forward slashes, whatever the separator of this system is. */
    static String slashes(Path path) {
        String separator = path.getFileSystem().getSeparator();
        return separator.equals("/") ? path.toString() : path.toString().replace(separator, "/");
    }
}
