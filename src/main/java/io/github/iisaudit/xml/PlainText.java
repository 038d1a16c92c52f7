package io.github.iisaudit.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the characters of a text, by the pieces that XML is made of. Every step either goes behind a piece that is
 * certainly legal or ends the walk with {@link NotPlainException}.
 */
final class PlainText {

    private static final int LONGEST_NAME = 500;

    private static final char[] NONE = {};

    private static final String[] ENTITIES = {"lt;<", "gt;>", "amp;&", "quot;\"", "apos;'"};

    private final String text;

    // The characters, or in a text of ASCII the bytes, which take less time to come by; with one at the end that is
    // never legal,
    // so that each walk over characters ends there.
    private final char[] chars;
    private final byte @Nullable [] ascii;
    private int at;

    private PlainText(String text, char[] chars, byte @Nullable [] ascii) {
        this.text = text;
        this.chars = chars;
        this.ascii = ascii;
    }

    static PlainText of(String text) {
        char[] chars = new char[text.length() + 1];
        text.getChars(0, text.length(), chars, 0);
        return new PlainText(text, chars, null);
    }

    /**
     * A text that holds nothing but ASCII.
     *
     * @param bytes those of the text, behind a byte order mark
     */
    static PlainText ofAscii(String text, byte[] bytes, int mark) {
        return new PlainText(text, NONE, Arrays.copyOfRange(bytes, mark, bytes.length + 1));
    }

    private char charAt(int offset) {
        return ascii == null ? chars[offset] : (char) ascii[offset];
    }

    /** Where the walk has come to. */
    int offset() {
        return at;
    }

    void goTo(int offset) {
        at = offset;
    }

    boolean isAt(char c) {
        return charAt(at) == c;
    }

    boolean isAt(String markup) {
        return charAt(at) == markup.charAt(0) && text.startsWith(markup, at);
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
        while (MarkupScanner.isSpace(charAt(at))) {
            at++;
        }
    }

    /** Goes behind what is expected here. */
    void skip(String expected) throws NotPlainException {
        require(text.startsWith(expected, at));
        at += expected.length();
    }

    /** Goes behind a name and tells where it ends. */
    int skipName() throws NotPlainException {
        int start = at;
        require(isLetter(charAt(at)) || charAt(at) == '_');
        while (isNameChar(charAt(at))) {
            at++;
        }
        require(at - start < LONGEST_NAME);
        return at;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isNameChar(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
    }

    /** Whether a character may stand in any text; of those beyond the surrogates a full parser knows more. */
    private static boolean isLegal(char c) {
        return c >= ' ' && c < '\uD800' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Goes behind a comment and returns what it says. */
    String comment() throws NotPlainException {
        int start = at + "<!--".length();
        int end = text.indexOf("--", start);
        require(end >= 0 && charAt(end + 2) == '>');
        at = end + "-->".length();
        return legal(start, end);
    }

    /** Goes behind an instruction. */
    void skipInstruction() throws NotPlainException {
        at += "<?".length();
        int start = at;
        int nameEnd = skipName();
        int end = text.indexOf("?>", nameEnd);
        require(end >= 0 && (end == nameEnd || MarkupScanner.isSpace(charAt(nameEnd))));
        require(nameEnd - start != 3 || !text.regionMatches(true, start, "xml", 0, 3));
        legal(nameEnd, end);
        at = end + "?>".length();
    }

    /** A stretch of text with its line ends as a parser tells them. */
    private String legal(int start, int end) throws NotPlainException {
        boolean hasReturn = false;
        for (int i = start; i < end; i++) {
            require(isLegal(charAt(i)));
            hasReturn |= charAt(i) == '\r';
        }
        String stretch = text.substring(start, end);
        return hasReturn ? stretch.replace("\r\n", "\n").replace('\r', '\n') : stretch;
    }

    /** The text up to the next markup, references and CDATA sections resolved. */
    String characters() throws NotPlainException {
        StringBuilder characters = new StringBuilder();
        while (true) {
            char c = charAt(at);
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
                require(isLegal(c) && !isAt("]]>"));
                at++;
                characters.append(c == '\r' ? lineEnd('\n') : c);
            }
        }
    }

    /** What a return, which the walk is behind, and a line feed after it are together. */
    private char lineEnd(char one) {
        if (charAt(at) == '\n') {
            at++;
        }
        return one;
    }

    /** Goes behind the value of an attribute and its quotes and returns it, references and white space resolved. */
    String value() throws NotPlainException {
        char quote = charAt(at);
        require(quote == '"' || quote == '\'');
        int start = ++at;
        char c = charAt(at);
        while (c != quote && c >= ' ' && c < '\uD800' && c != '&' && c != '<') {
            c = charAt(++at);
        }
        return c == quote ? written(start, at++) : resolved(start, quote);
    }

    /** The most frequent values are made once. */
    private String written(int start, int end) {
        int length = end - start;
        if (length == "true".length() && text.startsWith("true", start)) {
            return "true";
        }
        return length == "false".length() && text.startsWith("false", start) ? "false" : text.substring(start, end);
    }

    private String resolved(int start, char quote) throws NotPlainException {
        StringBuilder value = new StringBuilder(text.substring(start, at));
        while (charAt(at) != quote) {
            char c = charAt(at);
            if (c == '&') {
                value.append(reference());
            } else {
                require(isLegal(c) && c != '<');
                at++;
                value.append(c == '\r' ? lineEnd(' ') : c == '\n' || c == '\t' ? ' ' : c);
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
        while (Character.digit(charAt(at), radix) >= 0 && charAt(at) < 128 && at - start < 6) {
            code = code * radix + Character.digit(charAt(at), radix);
            at++;
        }
        require(at > start && isAt(';') && code <= Character.MAX_VALUE && isLegal((char) code));
        at++;
        return (char) code;
    }
}
