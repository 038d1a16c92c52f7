package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;

/** A node that holds no others: text, or markup other than a tag. */
final class Leaf extends Node {

    /** What it is. */
    enum Kind {
        TEXT,
        SPACE,
        CDATA,
        COMMENT,
        /** Written as it is: a declaration, an instruction, a document type, a reference that only the document type explains. */
        MARKUP
    }

    private final Kind kind;
    private final String text;

    /** @param text without its delimiters and with references resolved; of markup, all of it */
    Leaf(Kind kind, String text, Span place) {
        super(place);
        this.kind = kind;
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    @Override
    boolean isSpace() {
        return kind == Kind.SPACE;
    }

    /** Whether XPath has it as text. */
    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.CDATA || kind == Kind.SPACE;
    }

    @Override
    Leaf copy(boolean isNew) {
        return new Leaf(kind, text, place());
    }
}
