package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Sites.Target;
import java.util.List;
import java.util.Locale;

/**
 * Where a request went.
 *
 * @param port empty where it is not known
 * @param path without query and fragment
 */
record RequestUrl(String host, String port, String path) {

    /**
     * Takes a URL apart.
     *
     * @param url absolute, or a path
     * @param host of a path: the header {@code Host}
     */
    static RequestUrl of(String url, String host) {
        int scheme = url.indexOf("://");
        if (scheme < 0 || url.startsWith("/")) {
            return new RequestUrl(name(host), port(host, ""), path(url));
        }
        String rest = url.substring(scheme + 3);
        int end = firstOf(rest);
        String authority = rest.substring(0, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        String usual = url.substring(0, scheme).toLowerCase(Locale.ROOT).equals("https") ? "443" : "80";
        return new RequestUrl(name(authority), port(authority, usual), path(rest.substring(end)));
    }

    private static int firstOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("/?#".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String path(String text) {
        String path = text.split("[?#]", 2)[0];
        return path.startsWith("/") ? path : "/" + path;
    }

    private static String name(String authority) {
        int port = portAt(authority);
        return port < 0 ? authority : authority.substring(0, port);
    }

    private static String port(String authority, String otherwise) {
        int port = portAt(authority);
        return port < 0 ? otherwise : authority.substring(port + 1);
    }

    private static int portAt(String authority) {
        return authority.indexOf(':', authority.lastIndexOf(']') + 1);
    }

    Target target() {
        return new Target(List.of(), host, port, "");
    }
}
