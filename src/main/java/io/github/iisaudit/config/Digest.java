package io.github.iisaudit.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts together what something says: the same text for the same content wherever that was written, and another one for any other,
 * also where somebody tries to make them agree. Used for one text.
 */
final class Digest {

    /** Longer ones are told by their SHA-256: texts are kept for comparing. */
    private static final int LONG = 1 << 15;

    private static final int INITIAL = 256;

    private static final int SEVEN_BITS = 0x7F;

    /** So many characters of texts are shared. */
    private static final int MOST_SHARED = 1 << 22;

    /** Texts of which equal ones are one object, so that they are compared once. */
    private static final Map<String, String> SHARED = new ConcurrentHashMap<>();

    private static final AtomicInteger SHARED_LENGTH = new AtomicInteger();

    private final StringBuilder text = new StringBuilder(INITIAL);

    /** With its length, so that no piece can be taken for two. */
    Digest add(String piece) {
        add(piece.length());
        text.append(piece);
        return this;
    }

    /** In characters of which a text of ASCII stays one of bytes. */
    Digest add(int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            text.append((char) (rest & SEVEN_BITS | SEVEN_BITS + 1));
            rest >>>= 7;
        }
        text.append((char) rest);
        return this;
    }

    @Override
    public String toString() {
        return text.length() > LONG ? sum() : shared(text.toString());
    }

    private static String shared(String text) {
        String known = SHARED.putIfAbsent(text, text);
        if (known != null) {
            return known;
        }
        if (SHARED_LENGTH.addAndGet(text.length()) > MOST_SHARED) {
            SHARED.clear();
            SHARED_LENGTH.set(0);
        }
        return text;
    }

    private String sum() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return "SHA-256 "
                    + HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
