package io.github.iisaudit.xml;

import java.util.Arrays;

/**
 * Finds the secrets within a text: parts of connection strings and queries ({@code Pwd=…}), options of commands ({@code --password …}),
 * the credentials of an address, tokens, private keys. What is in doubt counts as secret. Used for one text.
 */
final class SecretParts {

    private static final int[] NONE = {};

    static final int SHORTEST_TOKEN = 20;
    private static final int SHORTEST_CREDENTIALS = 8;
    static final String TOKEN = "eyJ";
    private static final int SHORTEST_CODE = 16;
    private static final int SHORTEST_USER = 16;
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String DASHES = "-----";
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

    private final int lastBrace;

    private SecretParts(String text) {
        this.text = text;
        this.lastBrace = text.lastIndexOf('}');
        this.words = new TextWords(text);
    }

    /** Where they start and where they end, in turn. */
    static int[] in(String text) {
        if (!SecretSigns.areIn(text)) {
            return NONE;
        }
        SecretParts parts = new SecretParts(text);
        parts.find();
        return parts.count == 0 ? NONE : Arrays.copyOf(parts.found, parts.count);
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
            return address();
        } else if (c == '=' || c == ':') {
            colon = c == ':' && colon < 0 ? i : colon;
            return assigned(i);
        } else if (c == '@') {
            return userInfo(i);
        } else if (c == 'e') {
            return token(i);
        } else if (c == '-' && text.startsWith(BEGIN, i)) {
            return privateKey(i);
        } else if (SecretSigns.endsPrefix(c)) {
            int end = KnownTokens.end(text, i);
            return end == 0 ? 0 : add(i + 1, end);
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
        if (!isSecret && !isCode(name, sign)) {
            return 0;
        }
        int start = words.behindSpace(sign + 1);
        return start < text.length() && TextWords.isQuote(text.charAt(start))
                ? quoted(start)
                : add(start, bareEnd(start, isOption));
    }

    /** The key of an Azure function in its address, {@code ?code=…}. */
    private boolean isCode(int name, int sign) {
        return name > 0
                && "?&".indexOf(text.charAt(name - 1)) >= 0
                && text.startsWith("code=", name)
                && words.isUnbroken(sign, SHORTEST_CODE);
    }

    /** ODBC has values with a semicolon in braces. */
    private int bareEnd(int start, boolean isOption) {
        if (isOption) {
            return words.end(start);
        }
        boolean isBraced = lastBrace > start && text.charAt(start) == '{';
        int brace = isBraced ? text.indexOf('}', start) : -1;
        int end = text.indexOf(';', Math.max(start, brace));
        return end < 0 ? text.length() : end;
    }

    /** Behind {@code ://}. */
    private int address() {
        int start = KnownTokens.webhook(text, host);
        if (start == 0) {
            return host;
        }
        return add(start, words.addressEnd(start));
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
        if (host >= 0 && colon < host && sign - host >= SHORTEST_USER && words.isToken(host, sign)) {
            return add(host, sign);
        }
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
        int last = Math.min(start + TextWords.LONGEST_NAME + PRIVATE_KEY.length(), text.length());
        int head = text.substring(start, last).indexOf(PRIVATE_KEY);
        if (head < 0) {
            return 0;
        }
        int dashes = text.indexOf(DASHES, start + head);
        int from = dashes < 0 ? start + head + PRIVATE_KEY.length() : dashes + DASHES.length();
        int end = text.indexOf(END, from);
        return add(from, end < 0 ? text.length() : end);
    }

    /** The white space behind an option, the name of a scheme of HTTP, or the word of a sentence: the password is … */
    private int behindWord(int space) {
        int start = words.start(space);
        int next = start == space ? text.length() : words.behindSpace(space);
        if (next == text.length()) {
            return 0;
        }
        int end = TextWords.isQuote(text.charAt(next)) ? next : words.end(next);
        if (words.isOptionAt(start)) {
            boolean isSecret = SecretName.isOption(text, words.behindDashes(start, space), space);
            if (!isSecret) {
                return passwordOfUser(start, space, next, end);
            }
            return end == next ? quoted(next) : add(next, end);
        }
        String word = text.substring(start, space);
        if (word.equals("is")) {
            int name = start - 1;
            boolean isTold = name > 0 && SecretName.isOne(text, words.start(name), name);
            return isTold && areCredentials(next, end) ? add(next, end) : 0;
        }
        boolean isScheme = word.equalsIgnoreCase("Bearer") || word.equalsIgnoreCase("Basic");
        return isScheme && areCredentials(next, end) ? add(next, end) : 0;
    }

    /** In {@code -u user:password}, as curl has it. */
    private int passwordOfUser(int option, int space, int next, int end) {
        int bare = words.behindDashes(option, space);
        boolean isUser = text.startsWith("u ", bare) || text.startsWith("user ", bare);
        int sign = isUser ? text.substring(next, end).indexOf(':') + next : -1;
        return sign >= next && !text.startsWith("//", sign + 1) ? add(sign + 1, end) : 0;
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
