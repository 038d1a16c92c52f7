package io.github.iisaudit.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code iisaudit man}: the manual page, which the distribution holds. */
@Command(
        name = "man",
        hidden = true,
        description = "Writes the manual page.",
        footer = {"", "Example:", "  iisaudit man | man -l -"})
final class ManCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.print(out -> out.write(ManPage.of(Main.commands(console), Version.text())));
        return ExitCode.CLEAN;
    }
}
