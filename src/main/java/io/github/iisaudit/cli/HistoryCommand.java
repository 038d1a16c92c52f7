package io.github.iisaudit.cli;

import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.HistoryAudit;
import io.github.iisaudit.history.History;
import io.github.iisaudit.report.HistoryFormat;
import io.github.iisaudit.report.NoAnswer;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.From;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.Timeline;
import io.github.iisaudit.source.Timelines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit history}: when it changed. */
@Command(
        name = "history",
        description = {
            "When did a setting change? Audits one version of the files after the other and tells, for each that changed"
                    + " something, every effective value that rules look at: what it was and is, the line that did it and where"
                    + " it counts, and the findings that came and went.",
            "",
            "Versions are the commits of a repository along the first parents of HEAD, folders or archives of one server with"
                    + " dates in their names, or the copies that IIS keeps in inetpub/history. Times are in UTC."
        },
        footer = {
            "",
            "Examples:",
            "  iisaudit history config-repository --path Intranet/hr --since 2026-01-01",
            "  iisaudit history snapshots --output html=history.html",
            "",
            "Exit: 0 whatever changed, 2 usage, a broken rule or settings file, 3 a version or file could not be read, or there"
                    + " is nothing to compare,",
            "4 a fault of the program, 130 interrupted: what was compared so far is shown"
        })
final class HistoryCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    SettingsArguments config = new SettingsArguments();

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--path",
            paramLabel = "SITE/APP",
            description = "tell what changed there and below only; / is the server")
    @Nullable
    String path;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description =
                    "tell changes from then on, such as 2026-03-01 or 2026-03-01T06:15Z; of a repository also those"
                            + " after a revision")
    @Nullable
    String since;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfHistoryFormat.class,
            description = "text, json, html or markdown (default: ${DEFAULT-VALUE})")
    HistoryFormat format = HistoryFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OutputFile.OfHistory.class,
            description = "also write it to a file, in any of the formats; repeatable")
    List<OutputFile<HistoryFormat>> outputs = new ArrayList<>();

    @Option(names = "--quiet", description = "text: changes only, nothing of what could not be read; no progress")
    boolean isQuiet;

    @Option(names = "--verbose", description = "also say, on standard error, where versions were found, and how many")
    boolean isVerbose;

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        try {
            return answer();
        } catch (UsageException | RuleException | SettingsException | SourceException e) {
            if (format == HistoryFormat.JSON) {
                List<String> reasons = List.of(String.valueOf(e.getMessage()));
                console.print(out -> NoAnswer.render(format.id(), reasons, out));
            }
            throw e;
        }
    }

    private int answer() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        SettingsFile settings = config.find(source);
        RuleCatalogue catalogue = ruleFiles.catalogue(settings);
        check(settings);
        List<String> notices = new ArrayList<>();
        Interruption interruption = console.interruption().heeded();
        Optional<From> from = Optional.ofNullable(since).map(From::new);
        try (Timelines timelines = Timelines.open(source.paths, source.options(console, settings), from)) {
            timelines.refused().forEach(it -> notices.add(it.sentence()));
            if (isVerbose) {
                timelines.all().forEach(this::tell);
            }
            int versions = timelines.all().stream()
                    .mapToInt(it -> it.versions().size())
                    .sum();
            Plan plan = new Plan(
                    new CheckArguments().rules(catalogue, settings.settings()),
                    catalogue.ids(),
                    triage(settings, catalogue),
                    1,
                    FleetArguments.progress(console, versions, isQuiet, interruption));
            ConfigPathFilter filter = new ConfigPathFilter(path);
            HistoryAudit.Result result = HistoryAudit.run(timelines.all(), plan, filter, source.deployment.published());
            if (!filter.hasMet()) {
                notices.add("there is no path " + path + " in any version");
            }
            int exit = show(result, notices);
            return timelines.isForeign() ? ExitCode.USAGE : exit;
        }
    }

    private void check(SettingsFile settings) throws UsageException {
        if (source.paths.isEmpty()) {
            throw new UsageException(
                    source.isLive
                            ? "--live has no versions: give the folder of copies that IIS keeps, C:\\inetpub\\history"
                            : "nothing to read: give a PATH");
        }
        if (source.paths.contains("-")) {
            throw new UsageException("standard input is one version: give a repository or a folder of snapshots");
        }
        if (source.deployment.isEvery) {
            throw new UsageException("history is of one environment: name it with --environment");
        }
        Destinations destinations = console.destinations(source.paths);
        source.tell(destinations);
        settings.tell(destinations);
        for (OutputFile<HistoryFormat> output : outputs) {
            destinations.add(output.path());
        }
    }

    private Triage triage(SettingsFile settings, RuleCatalogue catalogue) throws UsageException {
        CheckArguments checks = new CheckArguments();
        List<Rule> rules = catalogue.rules();
        return new Tally(settings, checks, checks.switchedOff(settings.settings())).triage(rules, Triage.NONE, console);
    }

    private void tell(Timeline timeline) {
        console.complain(timeline.root() + ": " + timeline.versions().size() + " "
                + timeline.kind().id());
    }

    private int show(HistoryAudit.Result result, List<String> notices) throws UsageException, IOException {
        History found = result.history();
        History history = new History(found.servers(), found.unreadable(), notices);
        Presentation presentation = colour.presentation(console);
        try {
            OutputFile.write(outputs, history, presentation);
        } finally {
            if (format != HistoryFormat.TEXT) {
                notices.forEach(console::complain);
            }
            console.print(out -> format.render(history, presentation.with(isQuiet, presentation.automation()), out));
        }
        if (!result.faults().isEmpty()) {
            Map.Entry<String, Throwable> first =
                    result.faults().entrySet().iterator().next();
            throw new ServerFaultException(first.getKey(), first.getValue());
        }
        if (!result.isComplete()) {
            return ExitCode.INTERRUPTED;
        }
        boolean isWhole = notices.isEmpty()
                && history.unreadable().isEmpty()
                && !history.servers().isEmpty();
        return isWhole ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
    }
}
