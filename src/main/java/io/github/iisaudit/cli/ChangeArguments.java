package io.github.iisaudit.cli;

import io.github.iisaudit.change.ChangeTriage;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ChangedFiles;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SourceException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which changes the audit is about. */
final class ChangeArguments {

    @Option(
            names = "--since",
            paramLabel = "REV",
            description = "only findings whose place or cause changed in the git work tree since this revision, such as"
                    + " HEAD~1 or origin/main")
    @Nullable
    String since;

    /** What leaves out the findings that have nothing to do with the changes. */
    Triage triage(List<String> paths, List<ConfigSource> sources, List<Rule> rules, Collection<String> known)
            throws SourceException, UsageException {
        if (since != null && paths.contains("-")) {
            throw new UsageException("--since compares files: it does not go with standard input");
        }
        return since == null
                ? Triage.NONE
                : new ChangeTriage(since, ChangedFiles.since(since, sources), sources, rules, known);
    }
}
