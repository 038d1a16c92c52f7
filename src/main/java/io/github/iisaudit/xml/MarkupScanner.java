package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places of markup in a text, one piece after the other, in step with a SAX parser that has found the
 * same piece well formed. SAX itself gives the end of a start tag only, and no place of an attribute. The places
 * are exact because there is no DOCTYPE: nothing is parsed that is not in the text.
 */
final class MarkupScanner {

    private final String text;
    private int textStart;
    private int start;
    private int end;
    private boolean emptyElement;

    /** @param from offset to begin at, outside of markup */
    MarkupScanner(String text, int from) {
        this.text = text;
        this.end = from;
    }

    /** Begins after the XML declaration, which SAX does not tell of. */
    static MarkupScanner afterDeclaration(String text) {
        boolean declared = text.startsWith("<?xml") && text.length() > 5 && isSpace(text.charAt(5));
        return new MarkupScanner(text, declared ? after("?>", text, 5) : 0);
    }

    /**
     * Goes to the next start tag, or tag of an empty element, and reads its attributes, namespace declarations left
     * out.
     */
    List<AttributePlace> startTag() {
        toMarkup();
        List<AttributePlace> attributes = new ArrayList<>();
        int at = skipSpace(nameEnd(start + 1));
        while (text.charAt(at) != '>' && text.charAt(at) != '/') {
            AttributePlace attribute = attribute(at);
            if (!attribute.declaresNamespace()) {
                attributes.add(attribute);
            }
            at = skipSpace(attribute.valueEnd() + 1);
        }
        emptyElement = text.charAt(at) == '/';
        end = emptyElement ? at + 2 : at + 1;
        return attributes;
    }

    /** Goes to the next end tag; stays where the last start tag is that of an empty element, which closes itself. */
    void endTag() {
        if (emptyElement) {
            emptyElement = false;
            textStart = end;
            start = end;
        } else {
            toMarkup();
            end = after(">", text, start);
        }
    }

    void comment() {
        toMarkup();
        end = after("-->", text, start + "<!--".length());
    }

    void instruction() {
        toMarkup();
        end = after("?>", text, start);
    }

    /** Where the text begins that stands before the piece of markup last gone to. It may hold CDATA sections. */
    int textStart() {
        return textStart;
    }

    /** Where the piece of markup last gone to begins. */
    int start() {
        return start;
    }

    /** Where it ends. */
    int end() {
        return end;
    }

    /** Where the next markup begins that is no ended CDATA section; negative where there is none. */
    static int nextMarkup(String text, int from) {
        int at = text.indexOf('<', from);
        while (at >= 0 && text.startsWith("<![CDATA[", at)) {
            int last = text.indexOf("]]>", at);
            if (last < 0) {
                return at;
            }
            at = text.indexOf('<', last);
        }
        return at;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void toMarkup() {
        textStart = end;
        start = nextMarkup(text, end);
    }

    private AttributePlace attribute(int nameStart) {
        int nameEnd = nameEnd(nameStart);
        int quote = skipSpace(skipSpace(nameEnd) + 1);
        int valueEnd = text.indexOf(text.charAt(quote), quote + 1);
        return new AttributePlace(text.substring(nameStart, nameEnd), nameStart, quote + 1, valueEnd);
    }

    private int nameEnd(int from) {
        int at = from;
        while (!isSpace(text.charAt(at)) && "=/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int skipSpace(int from) {
        int at = from;
        while (isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int after(String delimiter, String text, int from) {
        return text.indexOf(delimiter, from) + delimiter.length();
    }
}
