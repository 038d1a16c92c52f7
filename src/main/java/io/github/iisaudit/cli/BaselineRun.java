package io.github.iisaudit.cli;

import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.baseline.Baseline;
import io.github.iisaudit.baseline.Comparison;
import io.github.iisaudit.baseline.Entry;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One run held against a baseline, written as one, or both. */
final class BaselineRun {

    private final Optional<BaselineFile> source;
    private final Optional<BaselineFile> target;
    private final Baseline baseline;
    private final Comparison comparison;
    private final FilesThere files;
    private final Map<String, ConfigSource> parts = new HashMap<>();

    private BaselineRun(
            Optional<BaselineFile> source,
            Optional<BaselineFile> target,
            Baseline baseline,
            List<ConfigSource> servers) {
        this.source = source;
        this.target = target;
        this.baseline = baseline;
        this.files = new FilesThere(servers);
        this.comparison = new Comparison(
                baseline, servers.stream().map(ConfigSource::name).toList(), files::contain);
        servers.stream().filter(ConfigSource::isPart).forEach(server -> parts.put(server.name(), server));
    }

    /**
     * A baseline that is missing counts as empty where this run is to write it.
     *
     * @param then what counts instead of the file as it is; empty where that counts
     */
    static BaselineRun of(
            Optional<BaselineFile> source,
            Optional<BaselineFile> target,
            List<ConfigSource> servers,
            Optional<Baseline> then)
            throws UsageException {
        if (then.isPresent()) {
            return new BaselineRun(source, target, then.get(), servers);
        }
        boolean isFirst = source.isPresent()
                && target.isPresent()
                && source.get().isSameAs(target.get())
                && source.get().isMissing();
        Baseline baseline =
                source.isEmpty() || isFirst ? Baseline.EMPTY : source.get().read();
        return new BaselineRun(source, target, baseline, servers);
    }

    /** Marks findings as known or new; none where they are only written. */
    Triage triage() {
        return source.isPresent() ? comparison : comparison.then(f -> Optional.of(f.as(BaselineState.NONE)));
    }

    /** The report with what is fixed, and whether the baseline has grown old. */
    Report told(Outcome outcome) {
        Report report = outcome.report();
        if (source.isEmpty()) {
            return report;
        }
        List<Entry> gone = comparison.fixed(judgedBy(outcome));
        boolean isLost = matchesNothing(outcome) && !comparison.isMended();
        if (isLost && isOfOtherFiles(gone)) {
            return report.with(List.of(), List.of(nothingMatches() + " Its files are not under those of this run."));
        }
        List<Fixed> fixed = gone.stream()
                .map(e -> new Fixed(e.rule(), e.server(), e.file(), e.place(), e.fingerprint()))
                .toList();
        return report.with(fixed, stale(fixed.size(), source.get().name(), isLost));
    }

    /** Whether nothing was found again by a run that could have found some of it. */
    private boolean matchesNothing(Outcome outcome) {
        Set<String> rules = outcome.report().rules().stream().map(Rule::id).collect(Collectors.toSet());
        return comparison.matched() == 0
                && outcome.isComplete()
                && outcome.report().unreadable().isEmpty()
                && baseline.entries().stream().anyMatch(entry -> rules.contains(entry.rule()));
    }

    /** Whether of what is missing there is not even the file. */
    private boolean isOfOtherFiles(List<Entry> gone) {
        return gone.stream().noneMatch(entry -> files.contain(entry.server(), entry.file()));
    }

    private String nothingMatches() {
        return "nothing here matches the baseline "
                + source.map(BaselineFile::name).orElse("") + ": none of what it accepts ("
                + (comparison.size() == 1 ? "1 finding" : comparison.size() + " findings")
                + ") was found again: was it written for another PATH?";
    }

    private List<String> stale(int fixed, String name, boolean isLost) {
        List<String> notices = new ArrayList<>();
        if (isLost) {
            notices.add(nothingMatches());
        }
        if (fixed > 0 && !isUpdated()) {
            String entries = fixed == 1 ? "1 finding of the baseline is" : fixed + " findings of the baseline are";
            notices.add(entries + " fixed: write it anew with --baseline " + name + " --write-baseline " + name);
        }
        boolean isOlder = !baseline.version().isEmpty() && !baseline.version().equals(Version.text());
        if (isOlder && (fixed > 0 || comparison.added() > 0)) {
            notices.add("the baseline was written by iisaudit " + baseline.version() + " and this is " + Version.text()
                    + ", whose rules may find other things");
        }
        return notices;
    }

    private boolean isUpdated() {
        return source.isPresent() && target.isPresent() && source.get().isSameAs(target.get());
    }

    /** What has no rule in this run, or stands in a file that was not read to its end or asked about, may still be there. */
    private Predicate<Entry> judgedBy(Outcome outcome) {
        Report report = outcome.report();
        Set<String> rules = report.rules().stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> unreadable = report.unreadable().stream()
                .map(file -> file.server() + "\t" + file.file())
                .collect(Collectors.toSet());
        return entry -> outcome.isComplete()
                && rules.contains(entry.rule())
                && isAsked(entry)
                && !outcome.faults().containsKey(entry.server())
                && !unreadable.contains(entry.server() + "\t" + entry.file());
    }

    /** Of a part of a repository, what stands in its other files stays. */
    private boolean isAsked(Entry entry) {
        ConfigSource part = parts.get(entry.server());
        return part == null || part.isAsked(entry.file());
    }

    /** Writes what is to be written. */
    void write(Outcome outcome) throws UnwrittenException {
        if (target.isPresent()) {
            target.get().write(comparison.updated(Version.text(), judgedBy(outcome)));
        }
    }
}
