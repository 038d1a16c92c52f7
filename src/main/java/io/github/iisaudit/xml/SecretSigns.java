package io.github.iisaudit.xml;

/** Tells at one walk over a text whether a secret may show in it: most have none of the characters that it takes. */
final class SecretSigns {

    /** The characters at which something may show: few of a text are. */
    private static final boolean[] WATCHED = new boolean[Letters.ASCII];

    static {
        for (char c : "=:@e-/_.aA \t\n\u000B\f\r".toCharArray()) {
            WATCHED[c] = true;
        }
    }

    private SecretSigns() {}

    /** Most texts have none of the characters that it takes. */
    static boolean areIn(String text) {
        boolean isLong = text.length() > SecretParts.SHORTEST_TOKEN;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= Letters.ASCII || !WATCHED[c]) {
                continue;
            }
            if (c == '=' || c == ':' || c == '@' || (c == 'e' && text.startsWith(SecretParts.TOKEN, i))) {
                return true;
            } else if (isLong && endsPrefix(c) && KnownTokens.end(text, i) > 0) {
                return true;
            } else if (c == '-' || c == '/') {
                boolean isOption = (i == 0 || TextWords.isSpace(text.charAt(i - 1))) && text.indexOf(' ', i) > 0;
                if (isOption) {
                    return true;
                }
            } else if (TextWords.isSpace(c) && i > 0 && "rcs".indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a prefix of known tokens may end with a character. */
    static boolean endsPrefix(char c) {
        return c == '-' || c == '_' || c == '.' || c == 'a' || c == 'A';
    }
}
