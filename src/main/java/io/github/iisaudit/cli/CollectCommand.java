package io.github.iisaudit.cli;

import io.github.iisaudit.source.ProgramFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit collect}: what makes a snapshot of a server, to be run there. */
@Command(
        name = "collect",
        description = {
            "Writes the PowerShell script that copies what the other commands read of a server into one folder. This program"
                    + " itself collects nothing.",
            "",
            "The script is run on the server, as an administrator, with PowerShell 5.1 or later; it changes nothing there, and"
                    + " needs neither Java nor this program."
        },
        footer = {
            "",
            "Examples:",
            "  iisaudit collect --script > collect.ps1",
            "  powershell -ExecutionPolicy Bypass -File collect.ps1",
            "  iisaudit scan WEB01"
        })
final class CollectCommand implements Callable<Integer> {

    private static final String SCRIPT = "/io/github/iisaudit/cli/collect.ps1";

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--script", description = "print the script; its comment says what it copies, and where to")
    boolean isScriptWanted;

    CollectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        if (!isScriptWanted) {
            throw new UsageException(
                    "nothing is collected by this program itself: collect --script prints what does it");
        }
        String script = new String(ProgramFile.bytes(SCRIPT).orElseThrow(), StandardCharsets.US_ASCII);
        console.print(out -> out.write(script));
        return ExitCode.CLEAN;
    }
}
