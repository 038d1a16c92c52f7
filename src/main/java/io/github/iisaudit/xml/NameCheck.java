package io.github.iisaudit.xml;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Whether a text matches one of dom4j's patterns for names, which all plain names do. In the distribution dom4j asks here, so that
 * the patterns are only made for a name that is not plain: to make them takes a fifth of a bare start of Java.
 */
public final class NameCheck {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private NameCheck() {}

    /** @param pattern of XML's {@code Name}, {@code NCName} or {@code QName} */
    public static boolean matches(String pattern, String name) {
        return isPlain(name)
                || PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                        .matcher(name)
                        .matches();
    }

    /** A letter of ASCII, then such letters, digits and a few signs, the colon not among them. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!isLetter && (i == 0 || !isFollowing(c))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isFollowing(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
