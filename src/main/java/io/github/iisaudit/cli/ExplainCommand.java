package io.github.iisaudit.cli;

import io.github.iisaudit.report.RuleMarkdown;
import io.github.iisaudit.report.RulePage;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iisaudit explain}: one rule as a page. */
@Command(
        name = "explain",
        description = "Explains a rule: what happens, who notices, how to be sure, what to do.",
        footer = {"", "Example:", "  iisaudit explain section-locked"})
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RULE", description = "its id, as iisaudit rules lists it")
    String id = "";

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfPageFormat.class,
            description = "text or markdown (default: ${DEFAULT-VALUE})")
    PageFormat format = PageFormat.TEXT;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, IOException {
        Rule rule = RuleArguments.find(ruleFiles.catalogue(), id);
        String page = format == PageFormat.MARKDOWN
                ? RuleMarkdown.page(rule)
                : RulePage.page(rule, colour.presentation(console));
        console.print(out -> out.write(page));
        return ExitCode.CLEAN;
    }
}
