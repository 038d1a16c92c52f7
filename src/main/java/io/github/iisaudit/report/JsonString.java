package io.github.iisaudit.report;

/**
 * A JSON string of which no terminal and no build service obeys anything, also where it is read as it stands: control, format and
 * separator characters, half surrogate pairs and what would complete a command are written by their numbers, and mean the same
 * to whoever reads the JSON (https://www.rfc-editor.org/rfc/rfc8259#section-7).
 */
final class JsonString {

    private static final char DELETE = '\u007F';
    private static final String HEX = "0123456789ABCDEF";

    private JsonString() {}

    /** Whether a text is written as it is, between quotation marks: so is nearly all. */
    static boolean isAsItStands(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c < ' ' || c >= DELETE || c == '"' || c == '\\' || (c == '#' && i > 0 && text[i - 1] == '#')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has nothing in it that must be written by its number, beyond what JSON itself asks for. */
    static boolean isPlain(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= DELETE || (c == '#' && before == '#')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** The string with its quotation marks. */
    static String of(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        CommandWatch watch = CommandWatch.withinLine();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (isObeyed(c) || (c < DELETE && watch.completes((char) c))) {
                for (char unit : Character.toChars(c)) {
                    number(json, unit);
                }
            } else {
                json.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return json.append('"').toString();
    }

    private static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void number(StringBuilder json, char unit) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(HEX.charAt(unit >> shift & 0xF));
        }
    }
}
