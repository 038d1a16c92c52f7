package io.github.iisaudit.cli;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Rules beside those of the program. */
final class RuleArguments {

    @Option(names = "--rules", paramLabel = "DIR", description = "a folder of rule files to add; repeatable")
    List<Path> folders = new ArrayList<>();

    RuleCatalogue catalogue() throws RuleException {
        return RuleCatalogue.of(folders, Schema.builtIn().paths()::contains);
    }

    /** The rule of this id. */
    static Rule find(RuleCatalogue catalogue, String id) throws UsageException {
        String hint = catalogue
                .nearest(id)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; iisaudit rules lists them");
        return catalogue.find(id).orElseThrow(() -> new UsageException("there is no rule " + id + hint));
    }
}
