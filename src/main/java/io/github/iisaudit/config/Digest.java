package io.github.iisaudit.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Puts together what something says: the same text for the same content wherever that was written, and another one for any other,
 * also where somebody tries to make them agree. Used for one text.
 */
final class Digest {

    /** Longer ones are told by their SHA-256: texts are kept for comparing. */
    private static final int LONG = 1 << 15;

    private final StringBuilder text = new StringBuilder();

    /** With its length, so that no piece can be taken for two. */
    Digest add(String piece) {
        text.append(piece.length()).append(':').append(piece);
        return this;
    }

    Digest add(int number) {
        text.append(number).append(',');
        return this;
    }

    @Override
    public String toString() {
        return text.length() > LONG ? sum() : text.toString();
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
