package io.github.iisaudit.xml;

/** Text on one line, with single blanks and none at the ends. Control characters count as blanks. */
public final class OneLine {

    /** The first and the last of the control characters behind those of ASCII that can be seen. */
    private static final char DELETE = 0x7F;

    private static final char LAST_CONTROL = 0x9F;

    private OneLine() {}

    /** A text as one line. */
    public static String of(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBlank = c <= ' ' || Character.isISOControl(c);
            if (!isBlank) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == ' ') {
            line.setLength(last);
        }
        return line.toString().stripTrailing();
    }

    /** Whether a text certainly is so already, and not empty, as nearly all that rules say is. */
    public static boolean is(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= DELETE && c <= LAST_CONTROL) || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return !Character.isWhitespace(before);
    }
}
