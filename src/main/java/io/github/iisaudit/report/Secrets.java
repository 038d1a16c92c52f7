package io.github.iisaudit.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords and keys that stand in configuration and must not be repeated in a report, which travels further than the
 * file.
 */
final class Secrets {

    /** One of these is in the name of every secret. */
    private static final List<String> WORDS = List.of("password", "pwd", "key");

    private Secrets() {}

    /** Made for the first line that may hold one. */
    private static final class Forms {

        static final Pattern ATTRIBUTE = Pattern.compile(
                "(?i)(?:password|pwd|decryptionKey|validationKey)\\s*=\\s*(?:\"([^\"<]*)(?:\"|$)|'([^'<]*)(?:'|$))");

        static final Pattern CONNECTION_STRING =
                Pattern.compile("(?i)(?:password|pwd|AccountKey|SharedAccessKey)\\s*=\\s*([^;\"'<>\\s][^;\"'<>]*)");
    }

    /** A line of source in which each character of a secret is an asterisk, so that columns stay. */
    static String mask(String line) {
        if (!mayHold(line)) {
            return line;
        }
        StringBuilder masked = new StringBuilder(line);
        mask(masked, Forms.ATTRIBUTE.matcher(line));
        mask(masked, Forms.CONNECTION_STRING.matcher(line));
        return masked.toString();
    }

    private static boolean mayHold(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void mask(StringBuilder line, Matcher secrets) {
        while (secrets.find()) {
            for (int group = 1; group <= secrets.groupCount(); group++) {
                if (secrets.group(group) != null && !isEncrypted(secrets.group(group))) {
                    star(line, secrets.start(group), secrets.end(group));
                }
            }
        }
    }

    private static void star(StringBuilder line, int start, int end) {
        for (int i = start; i < end; i++) {
            line.setCharAt(i, '*');
        }
    }

    /** The value of an attribute with asterisks where it is a secret, or a connection string that holds one. */
    static String mask(String attribute, String value) {
        String name = attribute.toLowerCase(Locale.ROOT);
        boolean isSecret =
                name.endsWith("password") || name.endsWith("decryptionkey") || name.endsWith("validationkey");
        return isSecret && !value.isEmpty() && !isEncrypted(value) ? "***" : mask(value);
    }

    private static boolean isEncrypted(String value) {
        return value.startsWith("[enc:");
    }
}
