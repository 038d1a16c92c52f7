package io.github.iisaudit.rule;

import org.jspecify.annotations.Nullable;

/**
 * Stars instead of the passwords and keys in a text, as many as there are characters, so that columns stay true: the values of
 * attributes ({@code password="…"}) and of parts of a connection string ({@code Pwd=…;}). Used for one text.
 */
final class SecretMask {

    /** What a secret is called, in lower case; none is the end of another. */
    private static final String[] NAMES = {
        "password", "pwd", "decryptionkey", "validationkey", "accountkey", "sharedaccesskey"
    };

    private static final String ENCRYPTED = "[enc:";
    private static final int CASE = 'a' - 'A';

    private final String text;

    /** The text so far; null as long as nothing is hidden. */
    private @Nullable StringBuilder safe;

    private SecretMask(String text) {
        this.text = text;
    }

    /** The text without its secrets; the text itself if it has none. */
    static String mask(String text) {
        SecretMask mask = new SecretMask(text);
        int free = 0;
        for (int sign = text.indexOf('='); sign >= 0; sign = text.indexOf('=', Math.max(sign + 1, free))) {
            if (isNamed(text, sign, free)) {
                free = Math.max(free, mask.value(sign + 1));
            }
        }
        return mask.safe == null ? text : mask.safe.toString();
    }

    /**
     * Whether the name of a secret stands before an equals sign in a part of a text, or before one that is the first thing after it.
     * Where none does, there is nothing to hide.
     */
    static boolean isNeeded(String text, int from, int to) {
        for (int sign = text.indexOf('=', from); sign >= 0; sign = text.indexOf('=', sign + 1)) {
            if (isNamed(text, sign, 0)) {
                return true;
            } else if (sign >= to) {
                return false;
            }
        }
        return false;
    }

    /** Whether the name of a secret stands before an equals sign, and after what was read as a value. */
    private static boolean isNamed(String text, int sign, int free) {
        int end = sign;
        while (end > free && isSpace(text.charAt(end - 1))) {
            end--;
        }
        // All end in one of these; most names in a file do not.
        int last = end > free ? text.charAt(end - 1) | CASE : 0;
        if (last != 'd' && last != 'y') {
            return false;
        }
        for (String name : NAMES) {
            int start = end - name.length();
            if (start >= free && isSame(text, start, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(String text, int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = text.charAt(start + i);
            if ((c >= 'A' && c <= 'Z' ? c + CASE : c) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Masks the value that follows an equals sign, if any does, and tells where it ends; 0 where none does. */
    private int value(int from) {
        int start = from;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        char first = start < text.length() ? text.charAt(start) : ';';
        if (first == '"' || first == '\'') {
            int end = text.indexOf(first, start + 1);
            star(start + 1, end);
            return end + 1;
        }
        int end = start;
        while (end < text.length() && ";\"'<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        star(start, end);
        return end == start ? 0 : end;
    }

    /** Line ends stay: a value may go over several lines. What is encrypted is no secret. */
    private void star(int start, int end) {
        if (start >= end || text.startsWith(ENCRYPTED, start)) {
            return;
        }
        StringBuilder starred = safe == null ? new StringBuilder(text) : safe;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            starred.setCharAt(i, c == '\n' || c == '\r' ? c : '*');
        }
        safe = starred;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
