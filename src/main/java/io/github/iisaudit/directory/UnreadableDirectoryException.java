package io.github.iisaudit.directory;

/** Says in one sentence, without the name of the source, why it cannot be used. */
public final class UnreadableDirectoryException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableDirectoryException(String reason) {
        super(reason);
    }

    /** A text that ends too early. */
    static UnreadableDirectoryException cutShort(long line) {
        return new UnreadableDirectoryException("it is cut short in line " + line + "; export it again");
    }
}
