package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Scope;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Whether IIS asks for a Windows logon at a path, or why it does not though the section is on. What the files do not tell
 * counts as there: a server whose modules nobody lists has them.
 */
public final class WindowsLogon {

    private static final String ACCESS = "system.webServer/security/access";
    private static final String GLOBAL_MODULES = "system.webServer/globalModules";
    private static final String MODULES = "system.webServer/modules";

    /** What decides. */
    public static final Set<String> READ = Set.of(
            "@host",
            "site/binding/@protocol",
            "system.webServer/security/authentication/windowsAuthentication",
            ACCESS,
            GLOBAL_MODULES,
            MODULES);

    private static final String MODULE = "WindowsAuthenticationModule";

    private WindowsLogon() {}

    /** Whether the section is on, its module runs, and a request can get so far. */
    public static boolean isAskedFor(@Nullable Element scope) {
        Element windows = section(scope, "security", "authentication", "windowsAuthentication");
        return scope != null
                && windows != null
                && windows.attributeValue("enabled", "").equals("true")
                && runs(scope, MODULE)
                && !isClosed(scope);
    }

    /** The same of a path; where nothing is out of the ordinary no document is made of it. */
    public static boolean isAskedFor(Scope scope) {
        return isOrdinary(scope) || isAskedFor(scope.document(READ));
    }

    /** Why no request gets as far as the logon though the section is on; empty where one does, or where it is off. */
    public static Optional<String> obstacle(Scope scope) {
        if (isOrdinary(scope) || isOff(scope)) {
            return Optional.empty();
        }
        Element document = scope.document(READ);
        if (!runs(document, MODULE)) {
            return Optional.of(MODULE + " does not run here");
        }
        return isClosed(document)
                ? Optional.of("TLS is required and the site has no https binding, so that IIS answers 403.4")
                : Optional.empty();
    }

    private static boolean isOff(Scope scope) {
        return !WindowsAuthentication.of(scope)
                .map(WindowsAuthentication::enabled)
                .orElse(false);
    }

    private static boolean isOrdinary(Scope scope) {
        boolean isTls = scope.values(ACCESS)
                .map(access -> has(access.value("sslFlags"), "Ssl"))
                .orElse(true);
        return !isTls
                && WindowsAuthentication.of(scope)
                        .map(WindowsAuthentication::enabled)
                        .orElse(false)
                && has(scope, GLOBAL_MODULES)
                && has(scope, MODULES);
    }

    private static boolean has(Scope scope, String modules) {
        return scope.values(modules).map(list -> list.lists("name", MODULE)).orElse(false);
    }

    /**
     * Whether TLS is required where no https binding serves the path: HTTP error 403.4 for all.
     *
     * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/access">access: sslFlags</a>
     */
    public static boolean isClosed(@Nullable Element scope) {
        if (scope == null) {
            return false;
        }
        Element access = section(scope, "security", "access");
        Element site = scope.element("site");
        boolean isPlain = false;
        if (access != null && site != null && has(access.attributeValue("sslFlags", ""), "Ssl")) {
            for (Element binding : site.elements("binding")) {
                String protocol = binding.attributeValue("protocol", "").toLowerCase(Locale.ROOT);
                if (protocol.equals("https")) {
                    return false;
                }
                isPlain |= protocol.equals("http");
            }
        }
        return isPlain && !scope.attributeValue("host", "").equals("assumed");
    }

    private static boolean has(String flags, String wanted) {
        for (String flag : flags.split(",", -1)) {
            if (flag.strip().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a native module is loaded and not taken out at the path.
     *
     * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/modules/">modules: removing one</a>
     */
    public static boolean runs(@Nullable Element scope, String module) {
        Element loaded = section(scope, "globalModules");
        if (scope == null || loaded == null || loaded.elements("add").isEmpty()) {
            return scope != null;
        }
        Element here = section(scope, "modules");
        return names(loaded, module) && (here == null || names(here, module) || isUntold(here));
    }

    private static boolean isUntold(Element modules) {
        boolean isFailing = modules.element("error") != null || modules.element("unknown") != null;
        return modules.elements("add").isEmpty() && (isFailing || !isWritten(modules));
    }

    /** Whether somebody wrote a section, were it to empty it; asked of one that holds no entries. */
    public static boolean isWritten(Element section) {
        return !(section instanceof EffectiveElement element)
                || (element.origin() instanceof Origin.Written written
                        && written.element().getName().equals(section.getName()));
    }

    private static boolean names(Element list, String module) {
        for (Element entry : list.elements("add")) {
            if (entry.attributeValue("name", "").equals(module)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Element section(@Nullable Element scope, String... names) {
        Element element = scope == null ? null : scope.element("system.webServer");
        for (String name : names) {
            element = element == null ? null : element.element(name);
        }
        return element;
    }
}
