package io.github.iisaudit.bench;

import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.util.List;

/**
 * What ordinary servers take of the budget of one: for each the steps in thousands, by what they went to, and the findings with how
 * many paths they reach.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile
 * java -cp target/classes:target/test-classes:... io.github.iisaudit.bench.BudgetBench PATH...
 * }</pre>
 */
public final class BudgetBench {

    private BudgetBench() {}

    /** @param args fleets, servers, files */
    public static void main(String[] args) throws Exception {
        List<Rule> rules = RuleCatalogue.of(List.of(), section -> true).rules();
        for (ConfigSource source :
                Sources.open(List.of(args), SourceOptions.DEFAULTS).sources()) {
            ServerConfiguration server = ServerConfiguration.read(source);
            Checker checker = new Checker(new Verdicts(rules), server);
            server.forEachScope(checker::check);
            server.writtenFiles().forEach(checker::check);
            List<Finding> findings = checker.findings();
            StringBuilder line = new StringBuilder();
            for (Budget.Use use : Budget.Use.values()) {
                line.append(' ').append(use).append('=').append(server.budget().steps(use) / 1000);
            }
            System.out.printf(
                    "%9d thousand steps, %6d paths, %6d findings:%s %s%n",
                    server.budget().steps() / 1000, server.paths().size(), findings.size(), line, server.name());
            source.close();
        }
    }
}
