package io.github.iisaudit.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Markup in which references to characters are the characters. A quote or bracket that is written as a reference is no markup, so
 * another character stands for it here. Markup that is not well formed stays as it is.
 */
final class Resolved {

    private static final String MARKUP = "\"'<>";

    /** The first of as many that no text has: https://www.unicode.org/faq/private_use.html#nonchar4 */
    private static final char INSTEAD = '\uFDD0';

    private static final String[] ENTITIES = {"lt;<", "gt;>", "amp;&", "quot;\"", "apos;'"};
    private static final int LONGEST_NUMBER = 8;

    private final String text;

    /** Where each character begins in the markup, and where that ends; null where nothing is resolved. */
    private final int @Nullable [] offsets;

    private Resolved(String text, int @Nullable [] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    static Resolved of(String markup) {
        if (markup.indexOf('&') < 0) {
            return new Resolved(markup, null);
        }
        StringBuilder text = new StringBuilder(markup.length());
        int[] offsets = new int[markup.length() + 1];
        int at = 0;
        while (at < markup.length()) {
            offsets[text.length()] = at;
            int end = markup.charAt(at) == '&' ? reference(markup, at + 1, text) : 0;
            if (end == 0) {
                text.append(markup.charAt(at));
            }
            at = Math.max(at + 1, end);
        }
        offsets[text.length()] = at;
        return new Resolved(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    /** Appends what a reference stands for and returns its end; 0 where none begins. */
    private static int reference(String markup, int at, StringBuilder text) {
        if (markup.startsWith("#", at)) {
            return number(markup, at + 1, text);
        }
        for (String entity : ENTITIES) {
            int length = entity.length() - 1;
            if (markup.startsWith(entity.substring(0, length), at)) {
                text.append(outsideMarkup(entity.charAt(length)));
                return at + length;
            }
        }
        return 0;
    }

    private static int number(String markup, int at, StringBuilder text) {
        int radix = markup.startsWith("x", at) ? 16 : 10;
        int start = radix == 16 ? at + 1 : at;
        int end = start;
        int code = 0;
        while (end < markup.length()
                && Character.digit(markup.charAt(end), radix) >= 0
                && end - start < LONGEST_NUMBER) {
            code = code * radix + Character.digit(markup.charAt(end), radix);
            end++;
        }
        if (end == start || !markup.startsWith(";", end)) {
            return 0;
        }
        text.append(outsideMarkup(code >= 0 && code <= Character.MAX_VALUE ? (char) code : '?'));
        return end + 1;
    }

    private static char outsideMarkup(char c) {
        int at = MARKUP.indexOf(c);
        return at < 0 ? c : (char) (INSTEAD + at);
    }

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    /** Where a character is in a part of the text; negative where it is not. */
    int indexOf(char c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    int behindSpace(int from) {
        int at = from;
        while (at < text.length() && TextWords.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** What a part of the text says to who reads the markup. */
    String says(int from, int to) {
        String part = text.substring(from, to);
        for (int i = 0; i < MARKUP.length() && offsets != null; i++) {
            part = part.replace((char) (INSTEAD + i), MARKUP.charAt(i));
        }
        return part;
    }

    /** Where a character begins in the markup. */
    int offset(int index) {
        return offsets == null ? index : offsets[index];
    }
}
