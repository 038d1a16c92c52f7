package io.github.iisaudit.directory;

import java.util.Locale;

/** The parts of distinguished names that matter; what is none has empty parts. */
final class DistinguishedName {

    private DistinguishedName() {}

    /** The value of its first part, escapes undone. */
    static String name(String dn) {
        int equals = dn.indexOf('=');
        int end = end(dn);
        if (equals < 0 || equals > end) {
            return "";
        }
        StringBuilder name = new StringBuilder();
        for (int i = equals + 1; i < end; i++) {
            boolean isEscape = dn.charAt(i) == '\\' && i + 1 < end;
            name.append(dn.charAt(isEscape ? ++i : i));
        }
        return name.toString().strip();
    }

    /** What it lies in. */
    static String parent(String dn) {
        int end = end(dn);
        return end < dn.length() ? dn.substring(end + 1).strip() : "";
    }

    private static int end(String dn) {
        for (int i = 0; i < dn.length(); i++) {
            if (dn.charAt(i) == '\\') {
                i++;
            } else if (dn.charAt(i) == ',') {
                return i;
            }
        }
        return dn.length();
    }

    /** The domain that it lies in, {@code contoso.test}, in lower case. */
    static String domain(String dn) {
        StringBuilder domain = new StringBuilder();
        for (String rest = dn; !rest.isEmpty(); rest = parent(rest)) {
            if (rest.regionMatches(true, 0, "dc=", 0, 3)) {
                domain.append(domain.length() == 0 ? "" : ".").append(name(rest));
            }
        }
        return domain.toString().toLowerCase(Locale.ROOT);
    }
}
