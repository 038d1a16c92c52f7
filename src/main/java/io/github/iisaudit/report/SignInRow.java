package io.github.iisaudit.report;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.ErrorKind;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.whatif.Methods;
import java.util.List;
import java.util.Optional;

/**
 * How callers sign in at one path.
 *
 * @param pool the name of its application pool; empty where none is known
 * @param identity what the pool runs as; empty where it is not known
 * @param methods the kinds of authentication that are on, but for Windows authentication that cannot be read
 * @param state {@code on}, {@code off}, {@code fails} or {@code unknown}, of Windows authentication
 * @param windows its values; empty where they cannot be read
 * @param account who decrypts service tickets; empty where nobody does or it is not known
 * @param isNobody whether it is on and nobody can decrypt any
 */
record SignInRow(
        String path,
        Scope.Kind kind,
        String pool,
        String identity,
        List<String> methods,
        String state,
        Optional<WindowsAuthentication> windows,
        Optional<TicketAccount> account,
        boolean isNobody) {

    static SignInRow of(Scope scope) {
        Optional<WindowsAuthentication> windows = WindowsAuthentication.of(scope);
        return new SignInRow(
                scope.path(),
                scope.kind(),
                scope.pool().isPresent() ? scope.applicationPool() : "",
                scope.pool().map(ApplicationPool::identity).orElse(""),
                Methods.of(scope).on(),
                windows.map(it -> it.enabled() ? "on" : "off")
                        .orElseGet(() -> unread(scope.section(WindowsAuthentication.SECTION))),
                windows,
                TicketAccount.of(scope),
                windows.filter(it -> it.enabled() && isNobody(scope, it)).isPresent());
    }

    private static String unread(EffectiveSection section) {
        boolean isAbsent = section.error()
                .filter(e -> e.kind() == ErrorKind.UNDECLARED && e.file().isEmpty())
                .isPresent();
        return isAbsent ? "off" : section.error().isPresent() ? "fails" : "unknown";
    }

    /** Where no provider offers Kerberos, or the pool's identity has no key. */
    private static boolean isNobody(Scope scope, WindowsAuthentication windows) {
        return !windows.offersKerberos()
                || !windows.kernelMode()
                        && scope.pool()
                                .filter(pool -> pool.identityType().equals("LocalService"))
                                .isPresent();
    }

    /** Whether a folder signs callers in as the path above it does. */
    boolean isLike(SignInRow other) {
        return methods.equals(other.methods)
                && state.equals(other.state)
                && windows.equals(other.windows)
                && pool.equals(other.pool)
                && account.equals(other.account);
    }
}
