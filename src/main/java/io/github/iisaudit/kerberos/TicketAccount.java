package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.source.Computer;
import java.util.Optional;

/**
 * The account whose key decrypts service tickets for a path. In kernel mode that is the computer account, whatever the pool's identity,
 * unless useAppPoolCredentials hands the work to the pool's; in user mode it is the pool's identity, which for the built-in ones
 * is the computer account on the network.
 *
 * @param name as it is written: {@code CONTOSO\svc-hr}, or {@code WEB01$} for the computer account; in words where that is not known
 * @param isComputer whether it is the server's own account
 * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-authentication-authorization/troubleshoot-kerberos-failures-ie">Troubleshoot Kerberos failures</a>
 */
public record TicketAccount(String name, boolean isComputer) {

    /** The account in words: {@code the computer account WEB01$}. */
    public String words() {
        return isComputer && name.endsWith("$") ? Computer.words(name) : name;
    }

    /** Whether it is a user of the machine's own, which no SPN can be registered on. */
    public boolean isLocal(Computer computer) {
        int backslash = name.indexOf('\\');
        String domain = backslash < 0 ? "" : name.substring(0, backslash);
        boolean isBare = backslash < 0 && name.indexOf('@') < 0;
        return !isComputer && (isBare || domain.equals(".") || computer.isNamed(domain));
    }

    /**
     * That of a scope; empty where Windows authentication is off or unreadable, no provider offers Kerberos, the pool is not known
     * or that of no server, or its identity has none on the network (LocalService in user mode).
     */
    public static Optional<TicketAccount> of(Scope scope) {
        WindowsAuthentication windows = WindowsAuthentication.of(scope).orElse(null);
        if (windows == null || !windows.offersKerberos()) {
            return Optional.empty();
        }
        return scope.pool().flatMap(pool -> of(windows, pool, scope.computer()));
    }

    /** That of a pool where these are the values; empty where nobody on the network decrypts service tickets. */
    public static Optional<TicketAccount> of(WindowsAuthentication windows, ApplicationPool pool, Computer computer) {
        boolean isPools = !windows.kernelMode() || windows.poolCredentials();
        if (isPools && pool.isSpecificUser()) {
            return Optional.of(new TicketAccount(pool.userName(), false));
        }
        if (!windows.kernelMode() && pool.identityType().equals("LocalService")) {
            return Optional.empty();
        }
        return Optional.of(new TicketAccount(computer.isKnown() ? computer.account() : computer.words(), true));
    }
}
