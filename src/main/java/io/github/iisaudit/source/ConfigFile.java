package io.github.iisaudit.source;

/**
 * A file of configuration as it was collected.
 *
 * @param path where it lies, relative to the root of its {@link ConfigSource}, with forward slashes
 * @param bytes its content; owned by this record and not to be changed
 */
public record ConfigFile(String path, byte[] bytes) {}
