package io.github.iisaudit.source;

/** The answer to "is there such a file?". What was not collected is never taken for absent. */
public sealed interface Lookup {

    /** The file is there and was read. */
    record Found(ConfigFile file) implements Lookup {}

    /** The folder was collected and holds no such file. */
    record Absent() implements Lookup {}

    /**
     * Whether there is such a file cannot be known, or it could not be read.
     *
     * @param path where it would lie, relative to the root, with forward slashes
     * @param reason why, in words that follow a colon: "not collected", "unknown variable %DATA%", "permission denied"
     * @param unreadable whether a file is known to be there and could not be read
     */
    record Unavailable(String path, String reason, boolean unreadable) implements Lookup {}
}
