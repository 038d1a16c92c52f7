package io.github.iisaudit.xml;

/** The words of a text, as command lines and connection strings have them; all places are numbers of characters. */
record TextWords(String text) {

    /** No name is longer. */
    static final int LONGEST_NAME = 64;

    /** Where a name begins that ends before a place. */
    int start(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && Letters.isNameChar(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether a word is an option, its dashes being of it, a slash before it. */
    boolean isOptionAt(int start) {
        boolean isSlashed = start > 0 && text.charAt(start - 1) == '/';
        int before = isSlashed ? start - 1 : start;
        boolean begins = before == 0 || isSpace(text.charAt(before - 1)) || isQuote(text.charAt(before - 1));
        return begins && (isSlashed || text.charAt(start) == '-');
    }

    /** The name of an option without its dashes. */
    int behindDashes(int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == '-') {
            at++;
        }
        return at;
    }

    /** The first place from there on that is no white space. */
    int behindSpace(int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the word ends that a place is in. */
    int end(int from) {
        int at = from;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
