package io.github.iisaudit.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings by what they are about: the rule, the file's own name and the anchor of the place, never the line.
 * Findings of one server that agree in all of these are counted, in the order in which they are asked for.
 */
public final class Fingerprint {

    private static final int BYTES = 8;

    private final Map<String, Integer> seen = new HashMap<>();

    Fingerprint() {}

    /** Sixteen hexadecimal digits. */
    String next(String rule, String file, String anchor) {
        String subject = subject(rule, file, anchor);
        int before = seen.merge(subject, 1, Integer::sum) - 1;
        return hash(before == 0 ? subject : subject + "|" + before);
    }

    /** What all findings that agree in rule, file name and anchor have in common: the fingerprint of the first of them. */
    public static String of(String rule, String file, String anchor) {
        return hash(subject(rule, file, anchor));
    }

    private static String subject(String rule, String file, String anchor) {
        return rule + "|" + file.substring(file.lastIndexOf('/') + 1) + "|" + anchor;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
