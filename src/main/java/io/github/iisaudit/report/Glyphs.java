package io.github.iisaudit.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Characters as a terminal shows them. What comes from audited files may hold escape sequences, bidirectional
 * overrides or
 * half a surrogate pair: none of them reaches the output.
 */
final class Glyphs {

    private static final char REPLACEMENT = '\uFFFD';

    private Glyphs() {}

    /** What is shown for a code point: itself, a space or the replacement character. */
    static String shown(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return " ";
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.valueOf(REPLACEMENT);
            default -> Character.toString(codePoint);
        };
    }

    /** One line without anything that a terminal would obey. */
    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                clean.append(c);
            } else {
                clean.append(shown(text.codePointAt(i)));
            }
        }
        return clean.toString();
    }

    /** Whether each of its characters is shown as it is, in a column of its own. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** So are dashes, quotation marks and dots, which our own sentences have: for these alone Java would read its tables of Unicode. */
    static boolean isPlain(char c) {
        return c >= ' ' && (c < 0x7F || c >= 0x2010 && c <= 0x2027);
    }

    /** How many columns a clean text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    /** How many columns a code point takes: 0 for marks that combine, 2 for East Asian wide characters and emoji. */
    static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return isBetween(c, 0x1100, 0x115F)
                || isBetween(c, 0x2E80, 0x303E)
                || isBetween(c, 0x3041, 0xA4CF)
                || isBetween(c, 0xAC00, 0xD7A3)
                || isBetween(c, 0xF900, 0xFAFF)
                || isBetween(c, 0xFE30, 0xFE6F)
                || isBetween(c, 0xFF00, 0xFF60)
                || isBetween(c, 0xFFE0, 0xFFE6)
                || isBetween(c, 0x1F300, 0x1F64F)
                || isBetween(c, 0x1F680, 0x1F6FF)
                || isBetween(c, 0x1F900, 0x1F9FF)
                || isBetween(c, 0x20000, 0x3FFFD);
    }

    private static boolean isBetween(int c, int first, int last) {
        return first <= c && c <= last;
    }

    /**
     * Breaks a text at its spaces into clean lines of at most {@code width} columns. A word that is longer has a line
     * of its own.
     *
     * @return at least one line
     */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        boolean isFirst = true;
        for (String word : clean(text).strip().split(" ", -1)) {
            if (word.isEmpty() && !isFirst) {
                continue;
            }
            isFirst = false;
            int wordWidth = width(word);
            if (used > 0 && used + 1 + wordWidth > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used > 0 ? " " : "").append(word);
            used += (used > 0 ? 1 : 0) + wordWidth;
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text filled up with spaces to a width. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }
}
