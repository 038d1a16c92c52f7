package io.github.iisaudit.transform;

import java.util.Map;

/** References to characters in a text, resolved and written. */
final class References {

    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private References() {}

    /** A text with references resolved; those that only a document type explains stay. */
    static String resolved(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int end = raw.charAt(at) == '&' ? raw.indexOf(';', at) : -1;
            if (end < 0) {
                text.append(raw.charAt(at++));
            } else {
                String name = raw.substring(at + 1, end);
                text.append(isKnown(name) ? character(name) : raw.substring(at, end + 1));
                at = end + 1;
            }
        }
        return text.toString();
    }

    /** Whether a text has references that only a document type explains. */
    static boolean areUnknownIn(String raw) {
        for (int at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', at + 1)) {
            int end = raw.indexOf(';', at);
            if (end > 0 && !isKnown(raw.substring(at + 1, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnown(String name) {
        return name.startsWith("#") || NAMED.containsKey(name);
    }

    private static String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "");
        }
        int code =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.toString(code);
    }

    /** A text as it is written between tags. */
    static String written(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A value as it is written between double quotes. */
    static String quoted(String value) {
        return written(value).replace("\"", "&quot;").replace("\r", "&#xD;").replace("\n", "&#xA;");
    }
}
