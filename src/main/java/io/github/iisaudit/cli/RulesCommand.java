package io.github.iisaudit.cli;

import io.github.iisaudit.report.RuleList;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit rules}: the catalogue. */
@Command(
        name = "rules",
        description = "Lists the rules.",
        footer = {
            "",
            "Examples:",
            "  iisaudit rules --format json",
            "  iisaudit rules test my-rules",
            "",
            "More about a command: iisaudit rules COMMAND --help"
        })
final class RulesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfListFormat.class,
            description = "text or json (default: ${DEFAULT-VALUE})")
    ListFormat format = ListFormat.TEXT;

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws RuleException, IOException {
        List<Rule> rules = ruleFiles.catalogue().rules();
        console.print(out -> {
            if (format == ListFormat.JSON) {
                RuleList.json(rules, out);
            } else {
                out.write(RuleList.text(rules, colour.presentation(console)));
            }
        });
        return ExitCode.CLEAN;
    }
}
