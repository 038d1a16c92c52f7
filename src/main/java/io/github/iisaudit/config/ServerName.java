package io.github.iisaudit.config;

import java.util.Locale;
import org.dom4j.Element;

/** Compares names with that of a scope's server, ignoring case. */
public final class ServerName {

    private ServerName() {}

    /** Whether a name is the server's, as in the user name {@code WEB01\svc}. */
    public static boolean is(Element scope, String name) {
        return name.toLowerCase(Locale.ROOT).equals(own(scope));
    }

    /** Whether a host name is the server's, alone or with a domain behind it, as in {@code web01.contoso.com}. */
    public static boolean isHost(Element scope, String host) {
        return is(scope, host) || host.toLowerCase(Locale.ROOT).startsWith(own(scope) + ".");
    }

    private static String own(Element scope) {
        return scope.attributeValue("server", "").toLowerCase(Locale.ROOT);
    }
}
