package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;
import org.dom4j.QName;
import org.dom4j.tree.DefaultElement;

/** An element of what rules about suppressions see: a comment, or a rule's id in it. */
final class SuppressionElement extends DefaultElement {

    private static final long serialVersionUID = 1L;

    private final transient Span span;
    private final String anchor;

    SuppressionElement(String name, Span span, String anchor) {
        super(new QName(name));
        this.span = span;
        this.anchor = anchor;
    }

    /** The comment, or the id in it. */
    Span span() {
        return span;
    }

    /** The same place by names. */
    String anchor() {
        return anchor;
    }
}
