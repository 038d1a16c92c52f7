package io.github.iisaudit.baseline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry as a line: five fields, divided by tabs. What would break the line, or hide in it, is written as its code. */
final class EntryLine {

    private static final int FIELDS = 5;
    private static final int FINGERPRINT = 16;
    private static final int CODE = 4;

    private EntryLine() {}

    static String of(Entry entry) {
        return Stream.of(entry.server(), entry.file(), entry.rule(), entry.place(), entry.fingerprint())
                .map(EntryLine::escape)
                .collect(Collectors.joining("\t"));
    }

    /** The entry of a line; empty where the line is none. */
    static Optional<Entry> read(String line) {
        List<String> fields =
                Stream.of(line.split("\t", -1)).map(EntryLine::unescape).toList();
        if (fields.size() != FIELDS || fields.get(2).isEmpty() || !isFingerprint(fields.get(FIELDS - 1))) {
            return Optional.empty();
        }
        return Optional.of(
                new Entry(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(FIELDS - 1)));
    }

    private static boolean isFingerprint(String text) {
        return text.length() == FINGERPRINT && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    }

    private static String escape(String field) {
        StringBuilder escaped = new StringBuilder();
        field.codePoints().forEach(c -> {
            boolean isComment = c == '#' && escaped.length() == 0;
            if (c == '\\' || isComment || isUnseen(c)) {
                escaped.append("\\u").append(String.format("%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The Basic Multilingual Plane only: the four digits hold no more, and what is beyond breaks no line. */
    private static boolean isUnseen(int c) {
        return c <= Character.MAX_VALUE
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            int code = field.startsWith("\\u", i) ? code(field, i + 2) : -1;
            text.append(code < 0 ? field.charAt(i) : (char) code);
            i += code < 0 ? 0 : 1 + CODE;
        }
        return text.toString();
    }

    private static int code(String field, int start) {
        int code = 0;
        for (int i = start; i < start + CODE; i++) {
            int digit = i < field.length() ? Character.digit(field.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
