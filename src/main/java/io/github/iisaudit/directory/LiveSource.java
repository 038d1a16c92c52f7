package io.github.iisaudit.directory;

/**
 * A directory that answers.
 *
 * @param authorities certificates of those that vouch for it, PEM or DER; empty for those that Java trusts
 */
public record LiveSource(DirectoryAddress address, Logon logon, byte[] authorities, Patience patience) {

    /**
     * How long is waited, in milliseconds.
     *
     * @param connecting for a connection
     * @param reading for something to come
     * @param answering for all of an answer
     */
    public record Patience(int connecting, int reading, int answering) {

        /** As long as people wait for a program that may ask a directory far away. */
        public static final Patience USUAL = new Patience(10_000, 30_000, 180_000);
    }
}
