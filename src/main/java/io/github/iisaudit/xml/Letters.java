package io.github.iisaudit.xml;

/**
 * The characters of a text as bytes, which walks take less time over: each of ASCII is itself, and one at the end is never legal, so
 * that each walk ends there.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">Characters</a>
 */
final class Letters {

    /** Stands for a character beyond ASCII that is legal in any text. */
    static final byte OTHER = -1;

    /** Stands for one that is not, or of which a full parser knows more. */
    private static final byte NEVER = 0;

    /** How many characters ASCII has. */
    static final int ASCII = 128;

    // What a character is good for: bits of its place here.
    private static final byte[] KINDS = new byte[ASCII];

    /** Those of names. */
    static final int NAME = 1;

    /** Those that values are made of: neither quotes nor references nor tags. */
    static final int VALUE = 2;

    /** White space. */
    static final int SPACE = 4;

    static {
        for (char c = 0; c < KINDS.length; c++) {
            boolean isValue = c >= ' ' && c != '"' && c != '\'' && c != '&' && c != '<';
            boolean isSpace = MarkupScanner.isSpace(c);
            KINDS[c] = (byte) ((isNameChar(c) ? NAME : 0) | (isValue ? VALUE : 0) | (isSpace ? SPACE : 0));
        }
    }

    private Letters() {}

    /** Those of any text. */
    static byte[] of(String text) {
        byte[] bytes = new byte[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[i] = c < ASCII ? (byte) c : c < '\uD800' ? OTHER : NEVER;
        }
        return bytes;
    }

    /** Behind all that is of a kind. */
    static int end(byte[] letters, int kind, int start) {
        int end = start;
        byte c = letters[end];
        while (c >= 0 && (KINDS[c] & kind) != 0) {
            c = letters[++end];
        }
        return end;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isNameChar(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
    }

    /** Whether it may stand in any text. */
    static boolean isLegal(byte c) {
        return c == OTHER || c >= ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
