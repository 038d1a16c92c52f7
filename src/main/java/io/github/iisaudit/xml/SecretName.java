package io.github.iisaudit.xml;

import java.util.Arrays;

/**
 * What secrets are called, wherever the name stands: of an attribute or an element, the key of a pair, a part of a connection
 * string, an option of a command. Numbers behind a name count for nothing: {@code DB_PASSWORD_2}.
 */
final class SecretName {

    private static final String[] ENDINGS = {
        "password",
        "passwd",
        "passphrase",
        "passwort",
        "pwd",
        "secret",
        "secrets",
        "token",
        "key",
        "keys",
        "credential",
        "credentials",
        "signature",
        "authorization",
        "pass",
        "passcode",
        "pincode",
        "accesscode",
        "creds",
        "rsakeyvalue",
        "kennwort",
        "geheimnis",
        "contrasena",
        "senha",
        "motdepasse",
        "wachtwoord",
        "losenord",
        "haslo",
        "heslo",
        "parola",
        "salasana",
        "adgangskode",
        "passord",
        "jelszo",
        "lozinka",
        "sifre"
    };

    /** These are secret only as words of their own, so that a spin is none: {@code UserPin}, {@code DB_PW}. */
    private static final String[] SHORT_ENDINGS = {
        "sig", "sas", "pw", "pin", "salt", "jwt", "otp", "hmac", "bearer", "passe"
    };

    /** They end as secrets do, and are none. */
    private static final String[] HARMLESS = {
        "publickey",
        "publickeytoken",
        "partitionkey",
        "rowkey",
        "primarykey",
        "sortkeys",
        "cachekey",
        "routingkey",
        "hotkey",
        "monkey",
        "turkey",
        "bypass",
        "compass",
        "multipass",
        "surpass",
        "trespass"
    };

    /** Attributes of Microsoft's schemas that end as secrets do, and are none. */
    private static final String[] HARMLESS_ATTRIBUTES = {
        "key", "forwardwindowsauthtoken", "useapppoolcredentials", "registrykey"
    };

    /** Names of options of commands that are too short to be told elsewhere: {@code -p}, {@code /pw}. */
    private static final String[] OPTIONS = {"p", "pw", "pass"};

    static final int CASE = 'a' - 'A';

    /** Those of the endings, long and short, that end in each letter. */
    private static final String[][] BY_LAST = byLast(ENDINGS);

    private static final String[][] SHORT_BY_LAST = byLast(SHORT_ENDINGS);

    private SecretName() {}

    /** Whether an attribute or an element of this name holds a secret. */
    static boolean isOfNode(String name) {
        return !name.isEmpty() && isOne(name, 0, name.length()) && !isAny(HARMLESS_ATTRIBUTES, name, 0, name.length());
    }

    /** Whether an option, without its dashes or slash, has a secret behind it. */
    static boolean isOption(String text, int start, int end) {
        return isOne(text, start, end) || isAny(OPTIONS, text, start, end);
    }

    /** Whether the part of a text is the name of a secret. */
    static boolean isOne(String text, int start, int end) {
        int last = end;
        while (last > start && !isLetter(text.charAt(last - 1))) {
            last--;
        }
        if (last == start) {
            return false;
        }
        int letter = (text.charAt(last - 1) | CASE) - 'a';
        return (endsInAny(BY_LAST[letter], text, start, last) || endsInWord(SHORT_BY_LAST[letter], text, start, last))
                && !endsInAny(HARMLESS, text, start, last);
    }

    private static String[][] byLast(String[] words) {
        String[][] byLast = new String['z' - 'a' + 1][0];
        for (String word : words) {
            int letter = word.charAt(word.length() - 1) - 'a';
            byLast[letter] = Arrays.copyOf(byLast[letter], byLast[letter].length + 1);
            byLast[letter][byLast[letter].length - 1] = word;
        }
        return byLast;
    }

    private static boolean endsInWord(String[] words, String text, int start, int end) {
        for (String word : words) {
            int at = end - word.length();
            if (at >= start && isSame(text, at, word)) {
                boolean isBegun = at == start || !isLetter(text.charAt(at - 1)) || text.charAt(at) < 'a';
                return isBegun && !(at > start && isAllUpper(text, at - 1, end));
            }
        }
        return false;
    }

    /** In capitals only what stands before a word tells it from the end of another. */
    private static boolean isAllUpper(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    static boolean endsInAny(String[] words, String text, int start, int end) {
        for (String word : words) {
            if (end - word.length() >= start && isSame(text, end - word.length(), word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(String[] words, String text, int start, int end) {
        for (String word : words) {
            if (end - start == word.length() && isSame(text, start, word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSame(String text, int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(start + i);
            if ((c >= 'A' && c <= 'Z' ? c + CASE : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return Letters.isLetter(c);
    }
}
