package io.github.iisaudit.xml;

import org.dom4j.tree.DefaultText;

/**
 * Text between two tags or comments that is more than white space, CDATA sections included. White space alone makes
 * no node: it means nothing in configuration.
 */
public final class LocatedText extends DefaultText implements Located {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    LocatedText(String text, Span span) {
        super(text);
        this.span = span;
    }

    /** The text as written, without the white space around it. */
    @Override
    public Span span() {
        return span;
    }
}
