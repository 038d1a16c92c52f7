package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code iisaudit docs}: the pages of {@code docs/commands}, which the repository holds for readers on the web. */
@Command(
        name = "docs",
        hidden = true,
        description = "Writes the page of each command as Markdown, and a list of them.",
        footer = {"", "Example:", "  iisaudit docs docs/commands"})
final class DocsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "the folder to write to; it is made where it is missing")
    Path folder = Path.of("");

    DocsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        Map<String, String> pages = CommandPages.of(Main.commands(console));
        new PageFolder(folder).write(pages);
        String told = pages.size() - 1 + " commands written to " + Destination.shown(folder) + "\n";
        console.print(out -> out.write(told));
        return ExitCode.CLEAN;
    }
}
