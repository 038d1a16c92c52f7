package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;

/**
 * XML as all our formats write it: UTF-8, two spaces, {@code \n}. A character that XML 1.0 has no way to say, such as an escape
 * sequence of a terminal, becomes the replacement character.
 */
final class XmlText {

    private static final String REPLACEMENT = "\uFFFD";
    private static final int DELETE = 0x7F;

    private final Writer out;
    private final StringBuilder indent = new StringBuilder();
    private CommandWatch watch = new CommandWatch();

    /** Whether the tag that was begun last may still get attributes. */
    private boolean isOpen;

    XmlText(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element; its attributes follow, then its content. */
    XmlText start(String name) throws IOException {
        closeTag();
        out.append(indent).append('<').write(name);
        indent.append("  ");
        isOpen = true;
        return this;
    }

    XmlText attribute(String name, String value) throws IOException {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    XmlText attribute(String name, int value) throws IOException {
        return attribute(name, Integer.toString(value));
    }

    /** Ends an element that has elements in it, or nothing. */
    void end(String name) throws IOException {
        indent.setLength(indent.length() - 2);
        if (isOpen) {
            out.write("/>\n");
        } else {
            out.append(indent).append("</").append(name).append(">\n");
        }
        isOpen = false;
    }

    /** Ends an element with text in it, exactly as it is but for characters that XML does not have. */
    void end(String name, String text) throws IOException {
        indent.setLength(indent.length() - 2);
        out.write('>');
        escape(text, false);
        out.append("</").append(name).append(">\n");
        isOpen = false;
    }

    private void closeTag() throws IOException {
        if (isOpen) {
            out.write(">\n");
        }
    }

    private void escape(String text, boolean isAttribute) throws IOException {
        watch = CommandWatch.withinLine();
        int done = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            String escaped = escaped(c, isAttribute);
            if (!escaped.isEmpty()) {
                out.write(text, done, i - done);
                out.write(escaped);
                done = next;
            }
            i = next;
        }
        out.write(text, done, text.length() - done);
    }

    /** What stands for a character; empty where it stands for itself. */
    private String escaped(int c, boolean isAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#13;";
            case '\n', '\t' -> white(c, isAttribute);
            default -> isLegal(c) ? number(c) : REPLACEMENT;
        };
    }

    /** What a terminal, or a build service whose log it is in, would obey is written by its number. */
    private String number(int c) {
        boolean isObeyed = switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
        return isObeyed || (c < DELETE && watch.completes((char) c)) ? "&#" + c + ";" : "";
    }

    private String white(int c, boolean isAttribute) {
        if (isAttribute) {
            return "&#" + c + ";";
        }
        watch.completes((char) c);
        return "";
    }

    /** XML 1.0, production 2, but for white space, which is dealt with above. Surrogates lie between its ranges. */
    private static boolean isLegal(int c) {
        return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }
}
