package io.github.iisaudit.source;

/**
 * A file of configuration as it was collected.
 *
 * @param path where it lies, relative to the root of its {@link ConfigSource}, with forward slashes
 * @param bytes its content; owned by this record and not to be changed
 * @param changes what a deployment does to it before a server reads it
 */
public record ConfigFile(String path, byte[] bytes, Changes changes) {

    /** A file that is read as it was written. */
    public ConfigFile(String path, byte[] bytes) {
        this(path, bytes, Changes.NONE);
    }
}
