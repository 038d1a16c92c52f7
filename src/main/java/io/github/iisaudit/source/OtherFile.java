package io.github.iisaudit.source;

/**
 * A file among those that were searched which is no configuration, by its name, and which something else here reads.
 *
 * @param file relative to the root of the server or repository, with forward slashes
 * @param what what it is called as, in words that follow "is"
 * @param whatFor the command or option that reads it
 */
public record OtherFile(String file, String what, String whatFor) {

    /** All of it. */
    public String described() {
        return file + " " + new ForeignFile(what, whatFor).sentence();
    }
}
