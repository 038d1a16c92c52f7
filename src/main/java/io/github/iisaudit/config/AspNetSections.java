package io.github.iisaudit.config;

import java.util.Set;

/**
 * The sections of {@code system.web} that may not stand in every web.config: machine.config of .NET Framework 4 declares them with
 * {@code allowDefinition="MachineToApplication"}, {@code "MachineToWebRoot"} or {@code "MachineOnly"}. Native IIS does not look at them.
 *
 * @see <a href="https://learn.microsoft.com/dotnet/api/system.configuration.configurationallowdefinition">ConfigurationAllowDefinition</a>
 */
final class AspNetSections {

    /** What they and their like are below. */
    static final String GROUP = "system.web/";

    private static final Set<String> FOR_APPLICATIONS = Set.of(
            "anonymousIdentification",
            "authentication",
            "fullTrustAssemblies",
            "healthMonitoring",
            "hostingEnvironment",
            "machineKey",
            "membership",
            "partialTrustVisibleAssemblies",
            "profile",
            "roleManager",
            "securityPolicy",
            "sessionState",
            "siteMap",
            "trust",
            "urlMappings");

    private static final Set<String> FOR_MACHINES = Set.of("deployment", "processModel", "protocols");

    private AspNetSections() {}

    /** Whether it may not stand in some web.config. */
    static boolean isBound(String section) {
        return isForApplications(section) || isForMachines(section);
    }

    /** Whether it may stand at the root of an application or above it, and not below. */
    static boolean isForApplications(String section) {
        return section.startsWith(GROUP) && FOR_APPLICATIONS.contains(section.substring(GROUP.length()));
    }

    /** Whether it may stand in the files of the .NET Framework only. */
    static boolean isForMachines(String section) {
        return section.startsWith(GROUP) && FOR_MACHINES.contains(section.substring(GROUP.length()));
    }
}
