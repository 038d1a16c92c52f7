package io.github.iisaudit.xml;

import java.util.Arrays;

/**
 * A walk over the characters of a text, by the pieces that XML is made of. Every step either goes behind a piece that is
 * certainly legal or ends the walk with {@link NotPlainException}.
 */
final class PlainText {

    private static final int LONGEST_NAME = 500;

    private static final String[] ENTITIES = {"lt;<", "gt;>", "amp;&", "quot;\"", "apos;'"};

    private final String text;

    /** Its {@link Letters}. */
    private final byte[] bytes;

    private int at;

    private PlainText(String text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    static PlainText of(String text) {
        return new PlainText(text, Letters.of(text));
    }

    /**
     * A text that holds nothing but ASCII.
     *
     * @param bytes those of the text, behind a byte order mark
     */
    static PlainText ofAscii(String text, byte[] bytes, int mark) {
        return new PlainText(text, Arrays.copyOfRange(bytes, mark, bytes.length + 1));
    }

    /** Where the walk has come to. */
    int offset() {
        return at;
    }

    void goTo(int offset) {
        at = offset;
    }

    boolean isAt(char c) {
        return bytes[at] == c;
    }

    boolean isAt(String markup) {
        return bytes[at] == markup.charAt(0) && text.startsWith(markup, at);
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Ends the walk where something is not so. */
    void require(boolean isPlain) throws NotPlainException {
        if (!isPlain) {
            throw NotPlainException.INSTANCE;
        }
    }

    void skipSpace() {
        at = Letters.end(bytes, Letters.SPACE, at);
    }

    /** Goes behind what is expected here. */
    void skip(String expected) throws NotPlainException {
        require(text.startsWith(expected, at));
        at += expected.length();
    }

    /** Goes behind a name and tells where it ends. */
    int skipName() throws NotPlainException {
        int start = at;
        require(bytes[at] == '_' || Letters.isLetter((char) bytes[at]));
        at = Letters.end(bytes, Letters.NAME, at);
        require(at - start < LONGEST_NAME);
        return at;
    }

    /** The hash of a stretch of ASCII, as the same text has it. */
    int hash(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** Whether a stretch is some text. */
    boolean says(String what, int start, int end) {
        return what.length() == end - start && text.startsWith(what, start);
    }

    String part(int start, int end) {
        return text.substring(start, end);
    }

    /** Goes behind a comment and returns what it says. */
    String comment() throws NotPlainException {
        int start = at + "<!--".length();
        int end = text.indexOf("--", start);
        require(end >= 0 && bytes[end + 2] == '>');
        at = end + "-->".length();
        return legal(start, end);
    }

    /** Goes behind an instruction. */
    void skipInstruction() throws NotPlainException {
        at += "<?".length();
        int start = at;
        int nameEnd = skipName();
        int end = text.indexOf("?>", nameEnd);
        require(end >= 0 && (end == nameEnd || Letters.end(bytes, Letters.SPACE, nameEnd) > nameEnd));
        require(nameEnd - start != 3 || !text.regionMatches(true, start, "xml", 0, 3));
        legal(nameEnd, end);
        at = end + "?>".length();
    }

    /** A stretch of text with its line ends as a parser tells them. */
    private String legal(int start, int end) throws NotPlainException {
        boolean hasReturn = false;
        for (int i = start; i < end; i++) {
            require(Letters.isLegal(bytes[i]));
            hasReturn |= bytes[i] == '\r';
        }
        String stretch = text.substring(start, end);
        return hasReturn ? stretch.replace("\r\n", "\n").replace('\r', '\n') : stretch;
    }

    /** The text up to the next markup, references and CDATA sections resolved. */
    String characters() throws NotPlainException {
        StringBuilder characters = new StringBuilder();
        while (true) {
            byte c = bytes[at];
            if (c == '<') {
                if (!isAt("<![CDATA[")) {
                    return characters.toString();
                }
                int end = text.indexOf("]]>", at);
                require(end >= 0);
                characters.append(legal(at + "<![CDATA[".length(), end));
                at = end + "]]>".length();
            } else if (c == '&') {
                characters.append(reference());
            } else {
                require(Letters.isLegal(c) && !isAt("]]>"));
                at++;
                characters.append(c == '\r' ? lineEnd('\n') : text.charAt(at - 1));
            }
        }
    }

    /** What a return, which the walk is behind, and a line feed after it are together. */
    private char lineEnd(char one) {
        if (bytes[at] == '\n') {
            at++;
        }
        return one;
    }

    /** Goes behind the value of an attribute and its quotes and returns it, references and white space resolved. */
    String value() throws NotPlainException {
        byte quote = bytes[at];
        require(quote == '"' || quote == '\'');
        int start = ++at;
        at = Letters.end(bytes, Letters.VALUE, start);
        while (bytes[at] == Letters.OTHER || (bytes[at] != quote && (bytes[at] == '"' || bytes[at] == '\''))) {
            at = Letters.end(bytes, Letters.VALUE, at + 1);
        }
        return bytes[at] == quote ? written(start, at++) : resolved(start, quote);
    }

    /** The most frequent values are made once. */
    private String written(int start, int end) {
        int length = end - start;
        if (length == "true".length() && text.startsWith("true", start)) {
            return "true";
        }
        return length == "false".length() && text.startsWith("false", start) ? "false" : text.substring(start, end);
    }

    private String resolved(int start, byte quote) throws NotPlainException {
        StringBuilder value = new StringBuilder(text.substring(start, at));
        while (bytes[at] != quote) {
            byte c = bytes[at];
            if (c == '&') {
                value.append(reference());
            } else {
                require(Letters.isLegal(c) && c != '<');
                at++;
                value.append(c == '\r' ? lineEnd(' ') : c == '\n' || c == '\t' ? ' ' : text.charAt(at - 1));
            }
        }
        at++;
        return value.toString();
    }

    /** Goes behind a reference and returns the character that it stands for. */
    private char reference() throws NotPlainException {
        at++;
        if (isAt('#')) {
            return character();
        }
        for (String entity : ENTITIES) {
            int length = entity.length() - 1;
            if (text.regionMatches(at, entity, 0, length)) {
                at += length;
                return entity.charAt(length);
            }
        }
        throw NotPlainException.INSTANCE;
    }

    /** A reference by number, decimal or, after an x, hexadecimal. */
    private char character() throws NotPlainException {
        at++;
        int radix = isAt('x') ? 16 : 10;
        at += radix == 16 ? 1 : 0;
        int start = at;
        int code = 0;
        while (Character.digit((char) bytes[at], radix) >= 0 && at - start < 6) {
            code = code * radix + Character.digit((char) bytes[at], radix);
            at++;
        }
        require(at > start && isAt(';') && code < '\uD800' && (code >= Letters.ASCII || Letters.isLegal((byte) code)));
        at++;
        return (char) code;
    }
}
