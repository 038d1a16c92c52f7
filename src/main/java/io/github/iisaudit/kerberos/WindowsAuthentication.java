package io.github.iisaudit.kerberos;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.SectionValues;
import java.util.List;
import java.util.Optional;

/**
 * The effective values of the section windowsAuthentication that decide who decrypts service tickets.
 *
 * @param kernelMode {@code useKernelMode}
 * @param poolCredentials {@code useAppPoolCredentials}
 * @param providers in effective order
 */
public record WindowsAuthentication(
        boolean enabled, boolean kernelMode, boolean poolCredentials, List<String> providers) {

    /** The section that has them. */
    public static final String SECTION = "system.webServer/security/authentication/windowsAuthentication";

    /** The attribute that turns it on. */
    public static final String ENABLED = "enabled";

    public static final String KERNEL_MODE = "useKernelMode";
    public static final String POOL_CREDENTIALS = "useAppPoolCredentials";

    private static final String NEGOTIATE = "Negotiate";

    /** The values at a path; empty where the section cannot be read or is not known. */
    public static Optional<WindowsAuthentication> of(Scope scope) {
        return scope.values(SECTION).map(WindowsAuthentication::of);
    }

    private static WindowsAuthentication of(SectionValues values) {
        return new WindowsAuthentication(
                values.isTrue(ENABLED),
                values.isTrue(KERNEL_MODE),
                values.isTrue(POOL_CREDENTIALS),
                values.entries("providers", "value"));
    }

    /** The same in user mode. */
    public WindowsAuthentication outOfKernel() {
        return new WindowsAuthentication(enabled, false, poolCredentials, providers);
    }

    /** Whether sign-in runs in HTTP.sys, so that KB 2749007 can occur. */
    public boolean isInKernel() {
        return enabled && kernelMode;
    }

    /** Whether clients are offered Kerberos. */
    public boolean offersKerberos() {
        return enabled && hasProvider(NEGOTIATE);
    }

    /** Whether a provider is one of the {@code Negotiate:} packages, which do not work in kernel mode. */
    public boolean isPackageInKernel() {
        return isInKernel() && hasProvider(NEGOTIATE + ":");
    }

    private boolean hasProvider(String start) {
        for (String provider : providers) {
            if (provider.regionMatches(true, 0, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }
}
