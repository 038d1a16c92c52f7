package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.ErrorKind;
import io.github.iisaudit.config.Product;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.kerberos.WindowsLogon;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Windows authentication is at one path, before or after a change.
 *
 * @param application the one that the path belongs to; empty where there is none
 * @param windows the effective values; empty where the section cannot be read or is not known
 * @param obstacle why it is on and no request gets as far as a logon; empty where one does, or nobody looked
 * @param signIn how callers sign in beside that; empty where nobody looked
 * @param error why IIS cannot read it
 * @param unknown why it is not known
 * @param missing files that were not collected and could change it
 * @param account whose key decrypts service tickets; empty where there is none or it is not known
 * @param hasOtherSignIn whether another kind of authentication is on, anonymous included
 * @param owner the product that owns its configuration
 * @param tickets whether Kerberos works by the directory; empty where none is given
 * @param impersonates whether code runs as the caller (system.web/identity), a sign that delegation is wanted
 */
record Situation(
        String path,
        Scope.Kind kind,
        Optional<Application> application,
        Optional<WindowsAuthentication> windows,
        Optional<String> obstacle,
        Optional<SignIn> signIn,
        Optional<ConfigError> error,
        Optional<String> unknown,
        List<Missing> missing,
        Optional<TicketAccount> account,
        Optional<Product> owner,
        boolean hasOtherSignIn,
        Optional<ApplicationTickets> tickets,
        boolean impersonates) {

    private static final String AUTHENTICATION = "system.webServer/security/authentication/";

    static Situation of(Scope scope, Optional<Application> application, Optional<ApplicationTickets> tickets) {
        EffectiveSection windows = scope.section(WindowsAuthentication.SECTION);
        Optional<String> obstacle = WindowsLogon.obstacle(scope);
        return new Situation(
                scope.path(),
                scope.kind(),
                application,
                WindowsAuthentication.of(scope),
                obstacle,
                Optional.of(SignIn.of(scope, windows)),
                windows.error(),
                windows.unknown(),
                windows.incomplete(),
                obstacle.isPresent() ? Optional.empty() : TicketAccount.of(scope),
                Optional.ofNullable(scope.owner()),
                hasOtherSignIn(scope),
                tickets,
                impersonates(scope.section("system.web/identity")));
    }

    private static boolean hasOtherSignIn(Scope scope) {
        return scope
                .sections(name -> name.startsWith(AUTHENTICATION) && !name.equals(WindowsAuthentication.SECTION))
                .stream()
                .anyMatch(section -> isTrue(section, WindowsAuthentication.ENABLED));
    }

    private static boolean impersonates(EffectiveSection identity) {
        return isTrue(identity, "impersonate") && value(identity, "userName").isEmpty();
    }

    private static boolean isTrue(EffectiveSection section, String attribute) {
        return value(section, attribute).equals("true");
    }

    private static String value(EffectiveSection section, String attribute) {
        return section.settings().stream()
                .filter(s -> s.name().equals(attribute))
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }

    /** Where values were written, by what they are called; those by default are not in it. */
    Map<String, Place> places() {
        return signIn.map(SignIn::places).orElse(Map.of());
    }

    /** A value as a change writes it; empty where it is not known. */
    Optional<String> value(Settable what) {
        if (what == Settable.PROVIDERS) {
            return windows.map(w -> String.join(",", w.providers()));
        }
        return what.isWindows() && windows.isEmpty()
                ? Optional.empty()
                : signIn.map(it -> it.value(what)).filter(value -> !value.isEmpty());
    }

    boolean isEnabled() {
        return windows.map(WindowsAuthentication::enabled).orElse(false);
    }

    boolean isInKernel() {
        return windows.map(WindowsAuthentication::isInKernel).orElse(false);
    }

    /**
     * Whether it is to be judged where nobody names a path: it is on, or what somebody wrote of it cannot be read
     * or known.
     */
    boolean isConcerned() {
        boolean isAbsent = error.map(
                        e -> e.kind() == ErrorKind.UNDECLARED && e.file().isEmpty())
                .orElse(false);
        return isEnabled() || unknown.isPresent() || (error.isPresent() && !isAbsent);
    }

    /** Whether the path is the root of an application, or of a site without one. */
    boolean isApplication() {
        return kind == Scope.Kind.SITE || kind == Scope.Kind.APPLICATION;
    }

    Optional<ApplicationPool> pool() {
        return application.flatMap(Application::pool);
    }

    String poolName() {
        return pool().map(ApplicationPool::name)
                .orElseGet(() -> application.map(Application::poolName).orElse(""));
    }

    String identity() {
        return pool().map(ApplicationPool::identity).orElse("");
    }

    /** The site: what stands before the first slash. */
    String site() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
