package io.github.iisaudit.cli;

import io.github.iisaudit.Audit;
import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.Progress;
import io.github.iisaudit.change.Terms;
import io.github.iisaudit.report.Automation;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.LeftOut;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
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

/** {@code iisaudit scan}: the audit. */
@Plain
@Command(
        name = "scan",
        description = "Audits the configuration of IIS servers: what will fail, and the line that makes it so.",
        footer = {
            "",
            "Example:",
            "  iisaudit scan snapshots/WEB01 --output sarif=iis.sarif --fail-on error",
            "",
            "Exit: 0 clean, 1 findings at or above --fail-on, 2 usage, a broken rule or settings file,",
            "3 something could not be audited (wins over 1), 4 a fault of the program,",
            "130 interrupted: what was found so far is reported"
        })
final class ScanCommand implements Callable<Integer> {

    private final Console console;
    private boolean isLacking;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    SettingsArguments config = new SettingsArguments();

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    CheckArguments checks = new CheckArguments();

    @Mixin
    FleetArguments fleet = new FleetArguments();

    @Mixin
    BaselineOptions baseline = new BaselineOptions();

    @Mixin
    ChangeArguments change = new ChangeArguments();

    @Mixin
    EvidenceArguments evidence = new EvidenceArguments();

    @Mixin
    DirectoryArguments directory = new DirectoryArguments();

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
            converter = OutputFile.OfReport.class,
            description = "also write a report to a file, in any of the formats; repeatable")
    List<OutputFile<Format>> outputs = new ArrayList<>();

    @Mixin
    DetailOptions detail = new DetailOptions();

    @Option(names = "--verbose", description = "also say, on standard error, what was not looked into, and why")
    boolean isVerbose;

    ScanCommand(Console console) {
        this.console = console;
    }

    /** What programs read is a document whatever comes: where nothing can be audited, it says why. */
    @Override
    public Integer call() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        try {
            return scan();
        } catch (UsageException | RuleException | SettingsException | SourceException e) {
            print(Report.ofNothing(List.of(String.valueOf(e.getMessage()))));
            throw e;
        }
    }

    private int scan() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        detail.check();
        Past past = change.past(source.paths);
        SettingsFile settings = config.find(source, past);
        RuleCatalogue catalogue = ruleFiles.catalogue(settings);
        List<Rule> rules = checks.rules(catalogue, settings.settings());
        int jobs = fleet.jobs();
        Tally tally = new Tally(settings, checks, checks.switchedOff(settings.settings()));
        check(settings);
        DirectoryFacts facts = directory.isGiven() ? DirectoryFacts.begin(directory, console) : null;
        Opened opened = source.open(console, settings);
        opened.nothingFound().forEach(console::complain);
        directory.sayNameless(opened.sources(), console);
        if (isVerbose) {
            opened.skipped().get().forEach(skippedPath -> console.complain("not searched: " + skippedPath));
            opened.others().forEach(file -> console.complain(file.described()));
        }
        if (opened.sources().isEmpty()) {
            print(Report.ofNothing(List.of()).refusing(Audit.refused(opened)));
            return ExitCode.ofNothing(opened);
        }
        List<String> known = catalogue.ids();
        settings.remember(past, source.isDeploymentTyped());
        tally.decide(source.decided(settings.settings(), opened, directory.isGiven()));
        Interruption interruption = console.interruption().heeded();
        try {
            Triage since = change.triage(past, opened.sources(), new Terms(rules, known, interruption::isAsked));
            Progress progress =
                    FleetArguments.progress(console, opened.sources().size(), detail.isQuiet, interruption);
            Optional<BaselineRun> comparison = baseline.open(opened.sources(), past);
            Triage accepted = comparison.map(BaselineRun::triage).orElse(Triage.NONE);
            List<Rule> running = tally.withSwitchedOff(rules, catalogue);
            Proof proof = evidence.proof(
                    opened.sources(), console, new EvidenceArguments.Waiting(detail.isQuiet, interruption));
            Triage triage = proof.triage()
                    .then(tally.triage(running, accepted.then(since), console))
                    .then(tally.lowered(catalogue.rules()));
            Plan plan = new Plan(running, known, triage, jobs, progress, facts);
            try (Outcome found = Audit.run(opened.sources(), plan)) {
                lack(found.isComplete() ? facts : null);
                Report all = found.report().refusing(proof.unreadable()).saying(SourceArguments.notices(opened));
                Outcome outcome = found.with(all.under(tally.leftOut(all), rules));
                if (isVerbose) {
                    all.unjudged().forEach(console::complain);
                }
                write(comparison.map(it -> it.told(outcome)).orElseGet(outcome::report), Audit.refused(opened));
                if (comparison.isPresent()) {
                    comparison.get().write(outcome);
                }
                return isLacking ? ExitCode.INCOMPLETE : exitCode(outcome, opened, checks.failOn(settings.settings()));
            }
        } finally {
            change.over();
        }
    }

    /** Says what the directory lacks. */
    private void lack(@Nullable DirectoryFacts facts) {
        if (facts != null) {
            facts.failures().forEach(console::complain);
            isLacking = !facts.failures().isEmpty();
        }
    }

    private void check(SettingsFile settings) throws UsageException {
        if (outputs.isEmpty() && baseline.write == null) {
            return;
        }
        Destinations destinations = console.destinations(source.paths);
        source.tell(destinations);
        evidence.tell(destinations);
        directory.tell(destinations);
        settings.tell(destinations);
        baseline.check(destinations);
        for (OutputFile<Format> output : outputs) {
            destinations.add(output.path());
        }
    }

    private int exitCode(Outcome outcome, Opened opened, FailOn failOn) {
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
        return !baseline.isOnlyWritten() && failOn.isMetBy(outcome.report()) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    /** For people all is said on standard error. */
    private void print(Report nothing) throws IOException {
        if (format != Format.TEXT) {
            Presentation presentation = presentation();
            console.print(out -> format.reporter(presentation).render(nothing, out));
        }
    }

    private Presentation presentation() {
        return colour.presentation(console)
                .with(detail.isQuiet, Automation.of(console.environment()))
                .with(detail.detail());
    }

    private void write(Report found, List<Report.Unreadable> refused) throws UsageException, IOException {
        Report report = found.refusing(refused).in(Whereabouts.of(console.environment()));
        boolean isSilent = format == Format.JSONL || (detail.isQuiet && format == Format.TEXT);
        if (isSilent) {
            report.settings().flatMap(LeftOut::sentence).ifPresent(console::complain);
        }
        if (format == Format.JSONL) {
            found.unreadable().forEach(it -> console.complain(it.sentence()));
        }
        Presentation presentation = presentation();
        Report shown = format == Format.TEXT ? found.in(report.folder()) : report;
        try {
            Presentation plain = presentation.withoutColours();
            OutputFile.each(
                    outputs, (it, to) -> to.write(out -> it.reporter(plain).render(report, out)));
        } finally {
            console.print(out -> format.reporter(presentation).render(shown, out));
        }
    }
}
