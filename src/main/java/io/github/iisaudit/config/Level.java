package io.github.iisaudit.config;

/**
 * A configuration path at which a web.config lies or may lie.
 *
 * @param path {@code Site/app/folder}
 * @param root the physical folder of the virtual directory that maps it, as configuration writes it
 * @param below the folder below that one, with forward slashes; empty for itself
 */
public record Level(String path, String root, String below) {

    /** The name of the file below the root. */
    public String file() {
        return ConfigPath.join(below, "web.config");
    }

    /** The physical folder that the file lies in. */
    public String folder() {
        return below.isEmpty() ? root : root + "\\" + below.replace('/', '\\');
    }
}
