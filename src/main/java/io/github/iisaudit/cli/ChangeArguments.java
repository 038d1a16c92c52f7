package io.github.iisaudit.cli;

import io.github.iisaudit.change.ChangeTriage;
import io.github.iisaudit.change.Terms;
import io.github.iisaudit.rule.ChangedSettings;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ChangedFiles;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Revisions;
import io.github.iisaudit.source.Since;
import io.github.iisaudit.source.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which changes the audit is about, and whether they decide themselves what counts. */
final class ChangeArguments {

    /** When settings and baseline of the audited work tree are taken from. */
    enum SettingsFrom {
        /** The revision. */
        SINCE,
        /** The files as they are. */
        WORKTREE
    }

    @Option(
            names = "--since",
            paramLabel = "REV",
            description =
                    "only findings whose place or cause changed in the git work tree since HEAD left this revision"
                            + " (their merge base), such as HEAD~1 or origin/main")
    @Nullable
    String since;

    @Option(
            names = "--since-exact",
            paramLabel = "REV",
            description = "the same since the revision itself: what it has got since HEAD left it counts as undone")
    @Nullable
    String sinceExact;

    @Option(
            names = "--settings-from",
            paramLabel = "TIME",
            converter = Choice.OfSettingsFrom.class,
            description = "with --since: go by the settings and the baseline of that revision (since), so that a change"
                    + " cannot switch its own check off, or by those in the work tree (worktree) (default: since)")
    @Nullable
    SettingsFrom settingsFrom;

    private @Nullable Revisions revisions;

    /** Settings, baseline and rules as they were. */
    Past past(List<String> paths) throws UsageException {
        Since asked = asked();
        if (asked == null) {
            return Past.NONE;
        }
        if (paths.contains("-")) {
            throw new UsageException("--since compares files: it does not go with standard input");
        }
        revisions = new Revisions(asked);
        return Past.of(revisions, paths, settingsFrom != SettingsFrom.WORKTREE);
    }

    private @Nullable Since asked() throws UsageException {
        if (since != null && sinceExact != null) {
            throw new UsageException("--since and --since-exact exclude each other");
        }
        if (since == null && sinceExact == null && settingsFrom != null) {
            throw new UsageException("--settings-from goes with --since REV");
        }
        if (sinceExact != null) {
            return new Since(sinceExact, true);
        }
        return since == null ? null : new Since(since, false);
    }

    /** What leaves out the findings that have nothing to do with the changes; to be asked for after {@link #past}. */
    Triage triage(Past past, List<ConfigSource> sources, Terms terms) throws SourceException {
        if (revisions == null) {
            return Triage.NONE;
        }
        Since asked = revisions.since();
        ChangedFiles files = ChangedFiles.since(revisions, sources);
        past.compareRules(files);
        Triage named = new ChangedSettings(asked.revision(), terms.rules()).triage(past::changed);
        return named.then(new ChangeTriage(asked, files, sources, terms));
    }

    /** Ends what was started to compare. */
    void over() {
        if (revisions != null) {
            revisions.close();
        }
    }
}
