package io.github.iisaudit.xml;

/** A file that is no XML that IIS would read, and the place where that shows. */
public final class UnreadableXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    /**
     * @param reason what is wrong, one line without the place
     * @param span where; the empty span at offset 0 for an empty file
     */
    public UnreadableXmlException(String reason, Span span) {
        super(reason);
        this.span = span;
    }

    public Span span() {
        return span;
    }
}
