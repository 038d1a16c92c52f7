package io.github.iisaudit.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {

    static final String DEBUG = "--debug";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    boolean isHelpWanted;

    @Option(names = DEBUG, description = "show where the program failed, if it does")
    boolean isDebug;
}
