package io.github.iisaudit.xml;

/** The words of a text, as command lines and connection strings have them; all places are numbers of characters. */
record TextWords(String text) {

    /** No name is longer. */
    static final int LONGEST_NAME = 64;

    private static final int LONGEST_TOKEN = 255;

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

    /** Where an address ends that a place is in. */
    int addressEnd(int from) {
        int at = from;
        while (at < text.length() && " \t\r\n\"'<>;,)}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Whether more than a number of characters follow without white space. */
    boolean isUnbroken(int from, int count) {
        int at = from;
        while (at < text.length() && at - from <= count && !isSpace(text.charAt(at))) {
            at++;
        }
        return at - from > count;
    }

    /** Whether a part is made of the characters of names, a digit among them. */
    boolean isToken(int start, int end) {
        boolean hasDigit = false;
        for (int i = start; i < end && end - start <= LONGEST_TOKEN; i++) {
            char c = text.charAt(i);
            hasDigit |= c >= '0' && c <= '9';
            if (!Letters.isNameChar(c)) {
                return false;
            }
        }
        return hasDigit;
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
