package io.github.iisaudit.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords and keys that stand in configuration and must not be repeated in a report, which travels further than the
 * file.
 */
final class Secrets {

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?i)(?:password|pwd|decryptionKey|validationKey)\\s*=\\s*(?:\"([^\"<]*)(?:\"|$)|'([^'<]*)(?:'|$))");

    private static final Pattern CONNECTION_STRING =
            Pattern.compile("(?i)(?:password|pwd|AccountKey|SharedAccessKey)\\s*=\\s*([^;\"'<>\\s][^;\"'<>]*)");

    private Secrets() {}

    /** A line of source in which each character of a secret is an asterisk, so that columns stay. */
    static String mask(String line) {
        StringBuilder masked = new StringBuilder(line);
        mask(masked, ATTRIBUTE.matcher(line));
        mask(masked, CONNECTION_STRING.matcher(line));
        return masked.toString();
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
