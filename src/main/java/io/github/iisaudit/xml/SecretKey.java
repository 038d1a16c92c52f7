package io.github.iisaudit.xml;

import java.util.Locale;

/** The key of a pair, such as of a setting: more of them than of other names say that something is secret. */
final class SecretKey {

    /** Secrets in letters beyond ASCII, as parts of keys. */
    private static final String[] FOREIGN = {
        "contrase\u00F1a",
        "l\u00F6senord",
        "has\u0142o",
        "\u015Fifre",
        "jelsz\u00F3",
        "\u043F\u0430\u0440\u043E\u043B",
        "\u0441\u0435\u043A\u0440\u0435\u0442",
        "\u03BA\u03C9\u03B4\u03B9\u03BA",
        "\u5BC6\u7801",
        "\u5BC6\u78BC",
        "\u53E3\u4EE4",
        "\u5BC6\u94A5",
        "\u30D1\u30B9\u30EF\u30FC\u30C9",
        "\uBE44\uBC00\uBC88\uD638",
        "\uC554\uD638"
    };

    /** A key that ends in one of these tells of a secret and holds none: {@code PasswordFormat}. */
    private static final String[] ABOUT = {
        "format",
        "length",
        "url",
        "uri",
        "page",
        "policy",
        "expiration",
        "lifetime",
        "days",
        "minutes",
        "attempts",
        "question",
        "expression",
        "name",
        "secretary"
    };

    /** Behind the name of a secret they change nothing: {@code TokenValue}. Numbers count for nothing there. */
    private static final String[] OF_VALUES = {"value", "base", "hex", "string", "text"};

    /** Where one of these is in the key of a pair, the value is secret: {@code PasswordForTest}. */
    private static final String[] WITHIN = {
        "password", "passwd", "passphrase", "secret", "apikey", "accesskey", "privatekey", "accesstoken"
    };

    private static final String FIRST_WITHIN = "psa";

    private SecretKey() {}

    /** Whether the value that belongs to a key is secret. */
    static boolean isSecret(String key) {
        if (SecretName.isOne(key, 0, key.length()) || hasWithin(key)) {
            return true;
        }
        if (isOneWord(key)) {
            return key.equalsIgnoreCase("cookie");
        }
        String joined = joined(key);
        return SecretName.isOne(joined, 0, joined.length())
                || hasWithin(joined)
                || key.equalsIgnoreCase("set-cookie")
                || isForeign(key);
    }

    /** Whether nothing parts its words, and none at its end says nothing. */
    private static boolean isOneWord(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (!Letters.isLetter(key.charAt(i))) {
                return false;
            }
        }
        return !SecretName.endsInAny(OF_VALUES, key, 0, key.length());
    }

    private static boolean hasWithin(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (FIRST_WITHIN.indexOf(key.charAt(i) | SecretName.CASE) >= 0 && isWithin(key, i)) {
                return !SecretName.endsInAny(ABOUT, key, 0, key.length());
            }
        }
        return false;
    }

    /** A key whose words are put together, without what ends it and says nothing: {@code Storage:Key:Value}. */
    private static String joined(String key) {
        StringBuilder joined = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Letters.isLetter(c) || c >= Letters.ASCII) {
                joined.append(c);
            }
        }
        String name = joined.toString();
        for (String end : OF_VALUES) {
            int at = name.length() - end.length();
            if (at > 0 && SecretName.isSame(name, at, end)) {
                return name.substring(0, at);
            }
        }
        return name;
    }

    private static boolean isForeign(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) >= Letters.ASCII) {
                String lower = key.toLowerCase(Locale.ROOT);
                for (String word : FOREIGN) {
                    if (lower.contains(word)) {
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    private static boolean isWithin(String key, int start) {
        for (String word : WITHIN) {
            if (start + word.length() <= key.length() && SecretName.isSame(key, start, word)) {
                return true;
            }
        }
        return false;
    }
}
