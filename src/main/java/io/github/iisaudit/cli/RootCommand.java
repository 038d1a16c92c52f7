package io.github.iisaudit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit} itself: what stands before the command. */
@Command(
        name = "iisaudit",
        versionProvider = Version.class,
        description = "Audits IIS configuration: what a server would do at each path, and the line that made it so.",
        footer = {"", "Example:", "  iisaudit scan snapshots/WEB01", "", "More about a command: iisaudit COMMAND --help"
        })
final class RootCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    boolean isVersionWanted;
}
