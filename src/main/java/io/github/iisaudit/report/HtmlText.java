package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML of which everything that is not the name of an element or an attribute is escaped: text can be nothing but text. What a
 * terminal or a build service would obey passes no more than the gate lets through.
 */
final class HtmlText {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    HtmlText(Writer out) {
        this.out = out;
    }

    /** What goes into an element. */
    @FunctionalInterface
    interface Content {
        void write() throws IOException;
    }

    /** An element with what is in it; attributes are names and values in turn. */
    HtmlText element(String name, Content content, String... attributes) throws IOException {
        begin(name, attributes);
        content.write();
        end();
        return this;
    }

    /** An element with text in it. */
    HtmlText element(String name, String text, String... attributes) throws IOException {
        return element(name, () -> text(text), attributes);
    }

    /** Begins an element; one without content has no end. */
    HtmlText begin(String name, String... attributes) throws IOException {
        empty(name, attributes);
        open.push(name);
        return this;
    }

    /** An element that has no content. */
    HtmlText empty(String name, String... attributes) throws IOException {
        out.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    HtmlText end() throws IOException {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    HtmlText line() throws IOException {
        out.append('\n');
        return this;
    }

    HtmlText text(String text) throws IOException {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '#' -> out.append("&#35;");
                case '\n', '\t' -> out.append((char) c);
                default -> out.append(Glyphs.shown(c));
            }
        }
        return this;
    }

    /** Text of the program's own that is no markup: a style sheet or a script. */
    HtmlText own(String name, String text, String... attributes) throws IOException {
        begin(name, attributes);
        out.append(text);
        return end();
    }
}
