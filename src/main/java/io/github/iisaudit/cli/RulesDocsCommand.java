package io.github.iisaudit.cli;

import io.github.iisaudit.report.RuleMarkdown;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code iisaudit rules docs}: the pages of {@code docs/rules}, which the repository holds for readers on the web. */
@Command(
        name = "docs",
        hidden = true,
        description = "Writes the page of each rule as Markdown, and a list of them.",
        footer = {"", "Example:", "  iisaudit rules docs docs/rules"})
final class RulesDocsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Parameters(paramLabel = "DIR", description = "the folder to write to; it is made where it is missing")
    Path folder = Path.of("");

    RulesDocsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, IOException {
        List<Rule> rules = ruleFiles.catalogue().rules();
        new PageFolder(folder).write(RuleMarkdown.pages(rules));
        String told = rules.size() + " rules written to " + Destination.shown(folder) + "\n";
        console.print(out -> out.write(told));
        return ExitCode.CLEAN;
    }
}
