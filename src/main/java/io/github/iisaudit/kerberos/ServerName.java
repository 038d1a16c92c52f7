package io.github.iisaudit.kerberos;

import io.github.iisaudit.source.Computer;
import org.dom4j.Element;

/** Compares names with that of a scope's computer, ignoring case; where that is not known no name is it. */
public final class ServerName {

    private ServerName() {}

    /** Whether a name is the computer's, as in the user name {@code WEB01\svc}. */
    public static boolean is(Element scope, String name) {
        return computer(scope).isNamed(name);
    }

    /** Whether a host name is the computer's, alone or with a domain behind it, as in {@code web01.contoso.com}. */
    public static boolean isHost(Element scope, String host) {
        return computer(scope).isHost(host);
    }

    private static Computer computer(Element scope) {
        return new Computer(scope.attributeValue("computer", ""));
    }
}
