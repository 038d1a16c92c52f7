package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.source.Computer;
import java.util.Optional;

/**
 * The account whose key opens Kerberos tickets for a path. In kernel mode that is the computer account, whatever the pool's identity,
 * unless useAppPoolCredentials hands the work to the pool's; in user mode it is the pool's identity, which for the built-in ones
 * is the computer account on the network.
 *
 * @param name as it is written: {@code CONTOSO\svc-hr}, or {@code WEB01$} for the computer account; in words where that is not known
 * @param isComputer whether it is the server's own account
 * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-authentication-authorization/troubleshoot-kerberos-failures-ie">Troubleshoot Kerberos failures</a>
 */
public record TicketAccount(String name, boolean isComputer) {

    private static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";

    /** The account in words: {@code the computer account WEB01$}. */
    public String words() {
        return isComputer && name.endsWith("$") ? "the computer account " + name : name;
    }

    /**
     * The account for a path with these settings; empty where Windows authentication is off or unreadable, no provider offers
     * Kerberos, the pool is not known, or its identity has none on the network (LocalService in user mode).
     */
    static Optional<TicketAccount> of(SectionState windows, ElementSchema schema, Node pool, Computer computer) {
        if (windows.isSettled() || !isTrue(windows, schema, "enabled") || !offersKerberos(windows)) {
            return Optional.empty();
        }
        ElementState.Entry process =
                new ElementState.Entry("processModel", pool.state().child("processModel"));
        ElementSchema model = pool.schema().elements().get("processModel");
        String identity = model == null ? "" : process.value("identityType", model);
        boolean isKernel = isTrue(windows, schema, "useKernelMode");
        boolean isPools = !isKernel || isTrue(windows, schema, "useAppPoolCredentials");
        if (isPools && model != null && identity.equals("SpecificUser")) {
            return Optional.of(new TicketAccount(process.value("userName", model), false));
        }
        if (!isKernel && identity.equals("LocalService")) {
            return Optional.empty();
        }
        return Optional.of(new TicketAccount(computer.isKnown() ? computer.account() : computer.words(), true));
    }

    /** The same for a visited path; empty too where the pools are those of no server. */
    static Optional<TicketAccount> of(PathState state, ServerConfiguration server, String path) {
        SectionState windows = state.section(WINDOWS);
        ElementSchema schema = server.schema().section(WINDOWS);
        if (!server.isReal() || windows == null || schema == null || state.error() != null || state.unknown() != null) {
            return Optional.empty();
        }
        return server.tree()
                .application(path)
                .flatMap(server.tree()::pool)
                .flatMap(pool -> of(windows, schema, pool, server.computer()));
    }

    private static boolean isTrue(SectionState state, ElementSchema schema, String attribute) {
        return new ElementState.Entry("", state.values())
                .value(attribute, schema)
                .equals("true");
    }

    private static boolean offersKerberos(SectionState windows) {
        return windows.values().child("providers").entries().stream()
                .map(entry -> entry.state().attributes().get("value"))
                .anyMatch(value -> value != null && value.value().regionMatches(true, 0, "Negotiate", 0, 9));
    }
}
