package io.github.iisaudit.transform;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A start tag, or the tag of an empty element, as it is written; namespaces are not looked up. */
final class Tag {

    private final SourceText source;
    private final String text;
    private final int start;
    private final Name name;
    private final List<Attribute> attributes = new ArrayList<>();
    private final TagLayout layout = new TagLayout();
    private final boolean isEmpty;
    private int at;

    /** The tag that begins at an offset of a text that is well formed. */
    Tag(SourceText source, int start) {
        this.source = source;
        this.text = source.text();
        this.start = start;
        this.at = start + 1;
        this.name = name(readName());
        String space = readSpace();
        while (text.charAt(at) != '>' && text.charAt(at) != '/') {
            Attribute attribute = readAttribute();
            attributes.add(attribute);
            layout.add(attribute.name().written(), space);
            space = readSpace();
        }
        layout.addEnd(space);
        isEmpty = text.charAt(at) == '/';
        at += isEmpty ? 2 : 1;
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    Name name() {
        return name;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    TagLayout layout() {
        return layout;
    }

    private Attribute readAttribute() {
        int begin = at;
        String written = readName();
        readSpace();
        at++;
        readSpace();
        int valueStart = at + 1;
        int valueEnd = text.indexOf(text.charAt(at), valueStart);
        at = valueEnd + 1;
        String value = References.resolved(text.substring(valueStart, valueEnd));
        return new Attribute(name(written), value, new Span(source, begin, at), valueStart, Optional.empty());
    }

    private static Name name(String written) {
        int colon = written.indexOf(':');
        if (written.equals("xmlns") || written.startsWith("xmlns:")) {
            return new Name(colon < 0 ? "" : "xmlns", written.substring(colon + 1), Attribute.XMLNS);
        }
        return colon < 0
                ? new Name("", written, "")
                : new Name(written.substring(0, colon), written.substring(colon + 1), "");
    }

    private String readName() {
        int begin = at;
        while (!isSpace(text.charAt(at)) && "=/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String readSpace() {
        int begin = at;
        while (isSpace(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
