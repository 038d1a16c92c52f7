package io.github.iisaudit.cli;

import io.github.iisaudit.Audit;
import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.Progress;
import io.github.iisaudit.report.Automation;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit scan}: the audit. */
@Command(
        name = "scan",
        description = "Audits the configuration of IIS servers: what will fail, and the line that makes it so.",
        footer = {
            "",
            "Example:",
            "  iisaudit scan snapshots/WEB01 --output sarif=iis.sarif --fail-on error",
            "",
            "Exit: 0 clean, 1 findings at or above --fail-on, 2 usage or a broken rule,",
            "3 something could not be audited (wins over 1), 4 a fault of the program,",
            "130 interrupted: what was found so far is reported"
        })
final class ScanCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    FleetArguments fleet = new FleetArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfFormat.class,
            completionCandidates = Choice.FormatIds.class,
            description = "of standard output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OutputFile.Converter.class,
            description = "also write a report to a file; repeatable")
    List<OutputFile> outputs = new ArrayList<>();

    @Option(names = "--rule", paramLabel = "ID", description = "run this rule only; repeatable")
    List<String> wanted = new ArrayList<>();

    @Option(names = "--skip-rule", paramLabel = "ID", description = "do not run this rule; repeatable")
    List<String> skipped = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            converter = Choice.OfFailOn.class,
            description =
                    "exit with 1 from this severity on: error, warning, note or never (default: ${DEFAULT-VALUE})")
    FailOn failOn = FailOn.WARNING;

    @Option(
            names = "--min-severity",
            paramLabel = "SEVERITY",
            defaultValue = "note",
            converter = Choice.OfSeverity.class,
            description = "leave out findings below: error, warning or note (default: ${DEFAULT-VALUE})")
    Severity least = Severity.NOTE;

    @Option(names = "--quiet", description = "text: findings only, no notices and no closing line")
    boolean isQuiet;

    @Option(names = "--verbose", description = "also say, on standard error, what was not looked into, and why")
    boolean isVerbose;

    ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, SourceException, IOException {
        RuleCatalogue catalogue = ruleFiles.catalogue();
        List<Rule> rules = rules(catalogue);
        for (OutputFile output : outputs) {
            output.check();
        }
        Opened opened = source.open(console);
        opened.nothingFound().forEach(console::complain);
        if (isVerbose) {
            opened.skipped().get().forEach(skippedPath -> console.complain("not searched: " + skippedPath));
        }
        if (opened.sources().isEmpty()) {
            return ExitCode.INCOMPLETE;
        }
        List<String> known = catalogue.rules().stream().map(Rule::id).toList();
        Interruption interruption = Interruption.listen();
        try {
            Progress progress =
                    FleetArguments.progress(console, opened.sources().size(), isQuiet, interruption);
            Plan plan = new Plan(rules, known, this::severe, fleet.jobs(), progress);
            try (Outcome outcome = Audit.run(opened.sources(), plan)) {
                write(outcome.report());
                return exitCode(outcome, opened);
            }
        } finally {
            interruption.over();
        }
    }

    private int exitCode(Outcome outcome, Opened opened) {
        if (!outcome.faults().isEmpty()) {
            Map.Entry<String, Throwable> first =
                    outcome.faults().entrySet().iterator().next();
            throw new ServerFaultException(first.getKey(), first.getValue());
        }
        if (!outcome.isComplete()) {
            return ExitCode.INTERRUPTED;
        }
        if (!opened.nothingFound().isEmpty() || !outcome.report().unreadable().isEmpty()) {
            return ExitCode.INCOMPLETE;
        }
        return failOn.isMetBy(outcome.report()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private Optional<Finding> severe(Finding finding) {
        return finding.severity().isAtLeast(least) ? Optional.of(finding) : Optional.empty();
    }

    private void write(Report report) throws UsageException, IOException {
        Presentation presentation = colour.presentation().with(isQuiet, Automation.of(console.environment()));
        for (OutputFile output : outputs) {
            output.write(report, presentation);
        }
        console.print(out -> format.reporter(presentation).render(report, out));
    }

    private List<Rule> rules(RuleCatalogue catalogue) throws UsageException {
        List<Rule> chosen = new ArrayList<>(wanted.isEmpty() ? catalogue.rules() : List.of());
        for (String id : wanted) {
            Rule rule = RuleArguments.find(catalogue, id);
            if (!chosen.contains(rule)) {
                chosen.add(rule);
            }
        }
        for (String id : skipped) {
            chosen.remove(RuleArguments.find(catalogue, id));
        }
        chosen.sort(Comparator.comparing(Rule::id));
        return chosen;
    }
}
