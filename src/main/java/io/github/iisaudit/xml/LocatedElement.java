package io.github.iisaudit.xml;

import org.dom4j.QName;
import org.dom4j.tree.DefaultElement;

/**
 * An element that knows where it was written. Its attributes are {@link LocatedAttribute}s in the order of the
 * file; namespace declarations are not among them. Its content is {@link LocatedElement}s, {@link LocatedText}s and
 * {@link LocatedComment}s.
 */
public final class LocatedElement extends DefaultElement implements Located {

    private static final long serialVersionUID = 1L;

    private final transient SourceText source;
    private final int start;
    private final int startTagEnd;
    private int end;

    LocatedElement(QName name, SourceText source, int start, int startTagEnd) {
        super(name);
        this.source = source;
        this.start = start;
        this.startTagEnd = startTagEnd;
        this.end = startTagEnd;
    }

    /** From {@code <} of the start tag to after {@code >} of the end tag. */
    @Override
    public Span span() {
        return new Span(source, start, end);
    }

    /** The start tag, or the whole of an empty element. */
    public Span startTag() {
        return new Span(source, start, startTagEnd);
    }

    /** {@code <} and the name: what a report underlines when it speaks of the element. */
    public Span nameSpan() {
        return new Span(source, start, start + 1 + getQualifiedName().length());
    }

    void endAt(int offset) {
        end = offset;
    }
}
