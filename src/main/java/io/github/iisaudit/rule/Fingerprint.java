package io.github.iisaudit.rule;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names findings by what they are about: the rule, the file's own name and the anchor of the place, never the line.
 * Findings of one server that agree in all of these are counted, in the order in which they are asked for.
 */
public final class Fingerprint {

    private static final String WEB_CONFIG = "web.config";
    private static final int BYTES = 8;
    private static final String DIGITS = "0123456789abcdef";

    /** So many hashes are remembered: the servers of a farm have the same findings in the same places. */
    private static final int REMEMBERED = 8192;

    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    private final Map<String, Integer> seen = new HashMap<>();

    Fingerprint() {}

    /** Sixteen hexadecimal digits. */
    String next(String rule, String file, String anchor) {
        String subject = subject(rule, file, anchor);
        Integer before = seen.put(subject, 1);
        if (before == null) {
            return hash(subject);
        }
        seen.put(subject, before + 1);
        return hash(subject + "|" + before);
    }

    /** What all findings that agree in rule, file name and anchor have in common: the fingerprint of the first of them. */
    public static String of(String rule, String file, String anchor) {
        return hash(subject(rule, file, anchor));
    }

    private static String subject(String rule, String file, String anchor) {
        return rule + "|" + name(file) + "|" + anchor;
    }

    /** The file's own name. Windows takes Web.config, as Visual Studio writes it, for web.config. */
    private static String name(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.equalsIgnoreCase(WEB_CONFIG) ? WEB_CONFIG : name;
    }

    private static String hash(String text) {
        String known = HASHES.get(text);
        if (known != null) {
            return known;
        }
        String hash = computed(text);
        if (HASHES.size() >= REMEMBERED) {
            HASHES.clear();
        }
        HASHES.put(text, hash);
        return hash;
    }

    private static String computed(String text) {
        byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder digits = new StringBuilder(2 * BYTES);
        for (int i = 0; i < BYTES; i++) {
            digits.append(DIGITS.charAt((digest[i] >> 4) & 0xF)).append(DIGITS.charAt(digest[i] & 0xF));
        }
        return digits.toString();
    }
}
