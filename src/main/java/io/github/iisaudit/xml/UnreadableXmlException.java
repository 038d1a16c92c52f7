package io.github.iisaudit.xml;

/**
 * A file that is no XML that IIS would read, and the place where that shows. What a link or an accident brought here may be a list of
 * passwords.
 */
public final class UnreadableXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 200;

    private final transient Span span;
    private final boolean isMalformed;

    /**
     * @param reason what is wrong, without the place; made one short line, since it may quote the file
     * @param span where; the empty span at offset 0 for an empty file
     */
    public UnreadableXmlException(String reason, Span span) {
        this(reason, span, true);
    }

    private UnreadableXmlException(String reason, Span span, boolean isMalformed) {
        super(oneLine(reason));
        this.span = span;
        this.isMalformed = isMalformed;
    }

    /** Of XML that is well formed, and of no use all the same. */
    public static UnreadableXmlException ofUse(String reason, Span span) {
        return new UnreadableXmlException(reason, span, false);
    }

    /** What is wrong, as a sentence about the file. */
    public String sentence() {
        return (isMalformed ? "the file is not well-formed: " : "") + getMessage();
    }

    public Span span() {
        return span;
    }

    /** The same place, for what shows the lines around it: of a file that does not even begin as XML they are blank. */
    public Span shown() {
        return span.source().beginsAsXml() ? span : new Span(span.source().withheld(), span.start(), span.end());
    }

    private static String oneLine(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
    }
}
