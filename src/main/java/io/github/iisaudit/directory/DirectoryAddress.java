package io.github.iisaudit.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a directory answers: {@code ldaps://HOST[:PORT][/BASE]}, or {@code ldap://} for one that is asked for TLS or signed by
 * Kerberos.
 *
 * @param isTls whether all of it is TLS from the start
 * @param base the distinguished name below which accounts are looked for; empty for the whole domain
 */
public record DirectoryAddress(boolean isTls, String host, int port, String base) {

    private static final String PLAIN = "ldap://";
    private static final String SECURE = "ldaps://";
    private static final int HIGHEST_PORT = 65535;

    /** Whether a source is one rather than a file. */
    public static boolean isOne(String source) {
        return source.regionMatches(true, 0, PLAIN, 0, PLAIN.length())
                || source.regionMatches(true, 0, SECURE, 0, SECURE.length());
    }

    /** Reads one as it is typed. Fails with what is wrong, without repeating what may be a password. */
    public static DirectoryAddress of(String typed) {
        boolean isTls = typed.regionMatches(true, 0, SECURE, 0, SECURE.length());
        String rest = typed.substring(isTls ? SECURE.length() : PLAIN.length());
        int slash = (rest + "/").indexOf('/');
        String place = rest.substring(0, slash);
        if (place.indexOf('@') >= 0) {
            throw new IllegalArgumentException("no user or password belongs there; --directory-user names the user");
        }
        String base = decoded(rest.substring(Math.min(rest.length(), slash + 1)));
        if (base.indexOf('?') >= 0) {
            throw new IllegalArgumentException("only a distinguished name follows the host, no '?'");
        }
        return new DirectoryAddress(isTls, host(place), port(place, isTls ? 636 : 389), base);
    }

    /** One of IPv6 stands in brackets. */
    private static String host(String place) {
        int end = place.startsWith("[") ? place.indexOf(']') : (place + ":").indexOf(':');
        String host = place.startsWith("[") && end > 0 ? place.substring(1, end) : place.substring(0, Math.max(end, 0));
        if (host.isBlank()) {
            throw new IllegalArgumentException("it names no host, such as ldaps://dc01.contoso.com");
        }
        return host;
    }

    private static int port(String place, int usual) {
        String after = place.substring(place.indexOf(']') + 1);
        int colon = after.indexOf(':');
        if (colon < 0 || colon == after.length() - 1) {
            return usual;
        }
        try {
            int port = Integer.parseInt(after.substring(colon + 1));
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("its port is no number", e);
        }
        throw new IllegalArgumentException("its port is none from 1 to " + HIGHEST_PORT);
    }

    /** Of {@code %2C} and the like what it stands for; anything else as it is. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] typed = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < typed.length; i++) {
            int high = typed[i] == '%' && i + 2 < typed.length ? Character.digit(typed[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(typed[i + 2], 16) : -1;
            bytes.write(low >= 0 ? high << 4 | low : typed[i]);
            i += low >= 0 ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** Whether a global catalog answers there, which has the accounts of all domains but not all of their attributes. */
    boolean isGlobalCatalog() {
        return port == 3268 || port == 3269;
    }

    @Override
    public String toString() {
        boolean isUsual = port == (isTls ? 636 : 389);
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return (isTls ? SECURE : PLAIN) + name.toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + port);
    }
}
