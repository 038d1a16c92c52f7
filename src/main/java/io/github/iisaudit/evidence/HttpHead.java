package io.github.iisaudit.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headers of a message of which something is wanted; others are not kept. */
final class HttpHead {

    private static final List<String> WANTED = List.of("host", "authorization", "www-authenticate");

    private final Map<String, List<String>> values = new TreeMap<>();

    void add(String name, String value) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        if (WANTED.contains(key)) {
            values.computeIfAbsent(key, k -> new ArrayList<>()).add(value.strip());
        }
    }

    /** Adds what lines say, up to an empty one; a line that begins with a blank goes on with the one before. */
    static HttpHead of(List<String> lines) {
        HttpHead head = new HttpHead();
        String whole = "";
        for (String line : lines) {
            if (!line.isEmpty() && " \t".indexOf(line.charAt(0)) >= 0) {
                whole += line;
                continue;
            }
            head.add(whole);
            whole = line;
            if (line.isEmpty()) {
                break;
            }
        }
        head.add(whole);
        return head;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            add(line.substring(0, colon), line.substring(colon + 1));
        }
    }

    String host() {
        return values.getOrDefault("host", List.of("")).get(0);
    }

    /** The credentials of Windows authentication; null where there are none. */
    @Nullable
    Token token() {
        for (String value : values.getOrDefault("authorization", List.of())) {
            String[] words = value.split("\\s+", 2);
            if (Offer.isWindows(words[0])) {
                return Token.of(scheme(words[0]), words.length > 1 ? words[1].strip() : "");
            }
        }
        return null;
    }

    /** As it is written elsewhere, whatever a client wrote. */
    private static String scheme(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ntlm" -> "NTLM";
            case "kerberos" -> "Kerberos";
            default -> "Negotiate";
        };
    }

    Offer offer() {
        return Offer.of(values.getOrDefault("www-authenticate", List.of()));
    }
}
