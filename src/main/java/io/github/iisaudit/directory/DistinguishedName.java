package io.github.iisaudit.directory;

import java.util.Locale;

/** The parts of distinguished names that matter; what is none has empty parts. */
final class DistinguishedName {

    private DistinguishedName() {}

    /** The value of its first part, escapes undone. */
    static String name(String dn) {
        return name(dn, 0, end(dn, 0));
    }

    private static String name(String dn, int start, int end) {
        int equals = dn.indexOf('=', start);
        if (equals < 0 || equals > end) {
            return "";
        }
        String name = dn.substring(equals + 1, end);
        return (name.indexOf('\\') < 0 ? name : unescaped(name)).strip();
    }

    private static String unescaped(String value) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            boolean isEscape = value.charAt(i) == '\\' && i + 1 < value.length();
            name.append(value.charAt(isEscape ? ++i : i));
        }
        return name.toString();
    }

    /** Where the name of what it lies in begins, among bytes; the end where it lies in nothing. */
    static int parent(byte[] bytes, int start, int end) {
        int at = start;
        boolean isEscaped = false;
        while (at < end && (isEscaped || bytes[at] != ',')) {
            isEscaped = !isEscaped && bytes[at] == '\\';
            at++;
        }
        at = Math.min(at + 1, end);
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Where the part that begins at a place ends. */
    private static int end(String dn, int start) {
        int comma = dn.indexOf(',', start);
        while (comma > start && isEscaped(dn, start, comma)) {
            comma = dn.indexOf(',', comma + 1);
        }
        return comma < 0 ? dn.length() : comma;
    }

    private static boolean isEscaped(String dn, int start, int place) {
        int first = place;
        while (first > start && dn.charAt(first - 1) == '\\') {
            first--;
        }
        return (place - first) % 2 != 0;
    }

    /** The domain that it lies in, {@code contoso.test}, in lower case. */
    static String domain(String dn) {
        StringBuilder domain = new StringBuilder();
        for (int start = 0; start < dn.length(); start = end(dn, start) + 1) {
            int type = start;
            while (type < dn.length() && dn.charAt(type) == ' ') {
                type++;
            }
            if (dn.regionMatches(true, type, "dc=", 0, 3)) {
                domain.append(domain.length() == 0 ? "" : ".").append(name(dn, type, end(dn, start)));
            }
        }
        return domain.toString().toLowerCase(Locale.ROOT);
    }
}
