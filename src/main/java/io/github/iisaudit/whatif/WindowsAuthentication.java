package io.github.iisaudit.whatif;

import java.util.List;
import java.util.Locale;

/**
 * The effective values of the section windowsAuthentication that decide who opens Kerberos tickets.
 *
 * @param kernelMode {@code useKernelMode}
 * @param poolCredentials {@code useAppPoolCredentials}
 * @param providers in effective order
 */
public record WindowsAuthentication(
        boolean enabled, boolean kernelMode, boolean poolCredentials, List<String> providers) {

    private static final String NEGOTIATE = "negotiate";

    /** Whether sign-in runs in HTTP.sys, so that KB 2749007 can occur. */
    boolean isInKernel() {
        return enabled && kernelMode;
    }

    /** Whether clients are offered Kerberos. */
    boolean offersKerberos() {
        return enabled
                && providers.stream().anyMatch(p -> p.toLowerCase(Locale.ROOT).startsWith(NEGOTIATE));
    }

    /** Whether a provider is one of the {@code Negotiate:} packages, which do not work in kernel mode. */
    boolean isPackageInKernel() {
        return isInKernel()
                && providers.stream().anyMatch(p -> p.toLowerCase(Locale.ROOT).startsWith(NEGOTIATE + ":"));
    }

    /** One of the attributes that a {@link Change} can set. */
    boolean value(String attribute) {
        return switch (attribute) {
            case Change.KERNEL_MODE -> kernelMode;
            case Change.POOL_CREDENTIALS -> poolCredentials;
            default -> enabled;
        };
    }
}
