package io.github.iisaudit.config;

import java.util.Locale;
import org.dom4j.Element;

/**
 * Compares names with that of a scope's server, ignoring case. Whoever watches the effective document is told what was compared and
 * not that the name was looked at: nearly all names that rules compare are those of none of a farm's servers.
 */
public final class ServerName {

    private ServerName() {}

    /** Whether a name is the server's, as in the user name {@code WEB01\svc}. */
    public static boolean is(Element scope, String name) {
        return compare(scope, new Part(Part.Kind.SERVER_NAMED, name));
    }

    /** Whether a host name is the server's, alone or with a domain behind it, as in {@code web01.contoso.com}. */
    public static boolean isHost(Element scope, String host) {
        return compare(scope, new Part(Part.Kind.SERVER_HOST, host));
    }

    private static boolean compare(Element scope, Part asked) {
        if (!(scope instanceof EffectiveElement root)) {
            return compare(scope.attributeValue("server", ""), asked);
        }
        Watch watch = root.watch();
        if (watch != null) {
            watch.serverName(asked);
        }
        root.watchedBy(null);
        String server = root.attributeValue("server", "");
        root.watchedBy(watch);
        return compare(server, asked);
    }

    static boolean compare(String server, Part asked) {
        String own = server.toLowerCase(Locale.ROOT);
        String name = asked.name().toLowerCase(Locale.ROOT);
        return name.equals(own) || (asked.kind() == Part.Kind.SERVER_HOST && name.startsWith(own + "."));
    }
}
