package io.github.iisaudit.xml;

import org.dom4j.tree.DefaultComment;

/** A comment that knows where it was written. Those outside the root element are children of its document. */
public final class LocatedComment extends DefaultComment implements Located {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    LocatedComment(String text, Span span) {
        super(text);
        this.span = span;
    }

    /** From {@code <!--} to after {@code -->}. */
    @Override
    public Span span() {
        return span;
    }
}
