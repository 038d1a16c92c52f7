package io.github.iisaudit.xml;

import java.util.Arrays;

/**
 * Finds the secrets within a text: parts of connection strings and queries ({@code Pwd=…}), options of commands ({@code --password …}),
 * the credentials of an address, tokens, private keys. What is in doubt counts as secret. Used for one text.
 */
final class SecretParts {

    private static final int[] NONE = {};

    private static final int SHORTEST_TOKEN = 20;
    private static final int SHORTEST_CREDENTIALS = 8;
    private static final String TOKEN = "eyJ";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    private final String text;
    private final TextWords words;
    private int[] found = NONE;
    private int count;

    /** Where the name of a host, or credentials before it, begins; negative outside addresses. */
    private int host = -1;

    /** The first colon there; negative where none has come. */
    private int colon = -1;

    private SecretParts(String text) {
        this.text = text;
        this.words = new TextWords(text);
    }

    /** Where they start and where they end, in turn. */
    static int[] in(String text) {
        if (!mayBeIn(text)) {
            return NONE;
        }
        SecretParts parts = new SecretParts(text);
        parts.find();
        return parts.count == 0 ? NONE : Arrays.copyOf(parts.found, parts.count);
    }

    /** Most texts have none of the characters that it takes. */
    private static boolean mayBeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':' || c == '@' || (c == 'e' && text.startsWith(TOKEN, i))) {
                return true;
            } else if (c == '-' || c == '/') {
                boolean isOption = (i == 0 || TextWords.isSpace(text.charAt(i - 1))) && text.indexOf(' ', i) > 0;
                if (isOption) {
                    return true;
                }
            } else if (TextWords.isSpace(c) && i > 0 && (text.charAt(i - 1) == 'r' || text.charAt(i - 1) == 'c')) {
                return true;
            }
        }
        return false;
    }

    private void find() {
        int i = 0;
        while (i < text.length()) {
            i = Math.max(i + 1, behind(i));
        }
    }

    /** The end of the secret that shows at a character; 0 where none does. */
    private int behind(int i) {
        char c = text.charAt(i);
        if (c == ':' && text.startsWith("://", i)) {
            host = i + "://".length();
            colon = -1;
            return host;
        } else if (c == '=' || c == ':') {
            colon = c == ':' && colon < 0 ? i : colon;
            return assigned(i);
        } else if (c == '@') {
            return userInfo(i);
        } else if (c == 'e') {
            return token(i);
        } else if (c == '-') {
            return privateKey(i);
        } else if (TextWords.isSpace(c) || c == '"' || c == '\'') {
            host = -1;
            return TextWords.isSpace(c) ? behindWord(i) : 0;
        }
        return 0;
    }

    private int add(int start, int end) {
        if (count > 0 && found[count - 2] == start) {
            found[count - 1] = end;
        } else if (start < end && !SecretValue.isOpen(text.substring(start, end))) {
            found = count == found.length ? Arrays.copyOf(found, 2 * count + 4) : found;
            found[count++] = start;
            found[count++] = end;
        }
        return end;
    }

    /** After {@code name=} or {@code "name":}. */
    private int assigned(int sign) {
        int end = sign;
        while (end > 0 && (TextWords.isSpace(text.charAt(end - 1)) || TextWords.isQuote(text.charAt(end - 1)))) {
            end--;
        }
        int name = words.start(end);
        boolean isOption = name < end && words.isOptionAt(name);
        int bare = isOption ? words.behindDashes(name, end) : name;
        boolean isSecret = isOption ? SecretName.isOption(text, bare, end) : SecretName.isOne(text, name, end);
        if (!isSecret) {
            return 0;
        }
        int start = words.behindSpace(sign + 1);
        return start < text.length() && TextWords.isQuote(text.charAt(start))
                ? quoted(start)
                : add(start, bareEnd(start, isOption));
    }

    private int bareEnd(int start, boolean isOption) {
        if (isOption) {
            return words.end(start);
        }
        int end = text.indexOf(';', start);
        return end < 0 ? text.length() : end;
    }

    /** A quote within is written twice or behind a backslash: what goes on right behind a closing one belongs to the secret. */
    private int quoted(int quote) {
        int end = text.indexOf(text.charAt(quote), quote + 1);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf(text.charAt(quote), end + 1);
        }
        if (end < 0) {
            return add(quote + 1, text.length());
        }
        boolean goesOn = end + 1 < text.length() && " \t\r\n;,}])&<>/".indexOf(text.charAt(end + 1)) < 0;
        return add(quote + 1, goesOn ? bareEnd(end + 1, false) : end);
    }

    /** In {@code https://user:password@host}. */
    private int userInfo(int sign) {
        return host >= 0 && colon >= host ? add(colon + 1, sign) : 0;
    }

    /** A JSON web token shows by its first three letters. */
    private int token(int start) {
        if (!text.startsWith(TOKEN, start)) {
            return 0;
        }
        int end = start;
        while (end < text.length() && isOfToken(text.charAt(end))) {
            end++;
        }
        return end - start >= SHORTEST_TOKEN ? add(start, end) : 0;
    }

    private int privateKey(int start) {
        if (!text.startsWith(BEGIN, start)) {
            return 0;
        }
        int head = text.indexOf(PRIVATE_KEY, start);
        if (head < 0 || head - start > TextWords.LONGEST_NAME) {
            return 0;
        }
        int end = text.indexOf(END, head);
        return add(head + PRIVATE_KEY.length(), end < 0 ? text.length() : end);
    }

    /** The white space behind an option or the name of a scheme of HTTP. */
    private int behindWord(int space) {
        int start = words.start(space);
        int next = start == space ? text.length() : words.behindSpace(space);
        if (next == text.length()) {
            return 0;
        }
        int end = TextWords.isQuote(text.charAt(next)) ? next : words.end(next);
        if (words.isOptionAt(start)) {
            boolean isSecret = SecretName.isOption(text, words.behindDashes(start, space), space);
            return !isSecret ? 0 : end == next ? quoted(next) : add(next, end);
        }
        String word = text.substring(start, space);
        boolean isScheme = word.equalsIgnoreCase("Bearer") || word.equalsIgnoreCase("Basic");
        return isScheme && areCredentials(next, end) ? add(next, end) : 0;
    }

    /** Not the next word of a sentence. */
    private boolean areCredentials(int start, int end) {
        boolean isUnlikeWord = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            isUnlikeWord |= i > start && (c < 'a' || c > 'z') && c != '.' && c != ',';
        }
        return isUnlikeWord && end - start >= SHORTEST_CREDENTIALS;
    }

    private static boolean isOfToken(char c) {
        return Letters.isNameChar(c) || c == '=' || c == '+' || c == '/';
    }
}
