package io.github.iisaudit.cli;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.report.ExampleReport;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code iisaudit rules test}: the examples of users' rules. */
@Command(
        name = "test",
        description = "Runs the examples of rule files and says which do not do what they say, and why.",
        footer = {
            "",
            "Example:",
            "  iisaudit rules test my-rules",
            "",
            "Exit: 0 all do what they say, 1 some do not, 2 usage or a broken rule file"
        })
final class RulesTestCommand implements Callable<Integer> {

    private static final Predicate<String> SECTIONS = Schema.builtIn().paths()::contains;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ColourOption colour = new ColourOption();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "a folder of rule files")
    List<Path> folders = new ArrayList<>();

    RulesTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, IOException {
        List<Rule> rules = RuleCatalogue.ofFolders(folders, SECTIONS).rules();
        if (rules.isEmpty()) {
            throw new UsageException("there is no rule file (*.xml) in " + String.join(", ", names()));
        }
        RuleCatalogue builtIn = RuleCatalogue.of(List.of(), SECTIONS);
        List<Rule> others = new ArrayList<>(rules);
        builtIn.rules().stream().filter(rule -> !isIn(rules, rule)).forEach(others::add);
        ExampleReport report = ExampleReport.run(rules, others);
        console.print(out -> out.write(report.text(colour.presentation(console))));
        List<String> taken = rules.stream()
                .filter(rule -> isIn(builtIn.rules(), rule))
                .map(Rule::id)
                .toList();
        if (!taken.isEmpty()) {
            console.complain("the program has rules of the same names, so that scan --rules would refuse these: "
                    + String.join(", ", taken));
        }
        return report.isClean() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private List<String> names() {
        return folders.stream()
                .map(folder -> folder.toString().replace('\\', '/'))
                .toList();
    }

    private static boolean isIn(List<Rule> rules, Rule rule) {
        return rules.stream().anyMatch(other -> other.id().equals(rule.id()));
    }
}
