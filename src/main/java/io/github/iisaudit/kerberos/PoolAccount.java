package io.github.iisaudit.kerberos;

import io.github.iisaudit.source.Computer;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** The Windows account as which the pool of a scope appears on the network. Empty outside the scope of a site. */
public final class PoolAccount {

    /** What it is made of, beside the computer's. */
    public static final Set<String> READ =
            Set.of("@host", "applicationPool/processModel/@identityType", "applicationPool/processModel/@userName");

    private PoolAccount() {}

    /** The account, in words where it is the computer's. */
    public static String of(@Nullable Element scope) {
        String account = other(scope);
        return account == null ? computer(scope) : account;
    }

    /** The computer account in words; empty outside a scope. */
    public static String computer(@Nullable Element scope) {
        return scope == null ? "" : new Computer(scope.attributeValue("computer", "")).words();
    }

    /**
     * The account unless it is the computer's, as far as the host is real; IIS Express runs as whoever starts it. The computer is what built-in ones are on the network; LocalService is nobody's:
     * https://learn.microsoft.com/iis/manage/configuring-security/application-pool-identities
     */
    public static @Nullable String other(@Nullable Element scope) {
        Element pool = scope == null ? null : scope.element("applicationPool");
        if (scope == null || pool == null) {
            return "";
        }
        if (!scope.attributeValue("host", "real").equals("real")) {
            return "an account that is not known";
        }
        Element process = pool.element("processModel");
        String identity = process == null ? "" : process.attributeValue("identityType", "");
        if (process != null && identity.equals("SpecificUser")) {
            String user = process.attributeValue("userName", "");
            return user.isBlank() ? "the pool's user (of whom no name is written)" : user;
        }
        return identity.equals("LocalService") ? "LocalService, which is anonymous on the network" : null;
    }
}
