package io.github.iisaudit.cli;

import io.github.iisaudit.evidence.Applications;
import io.github.iisaudit.evidence.Diagnosis;
import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.ServerTickets;
import io.github.iisaudit.kerberos.TicketJudge;
import io.github.iisaudit.report.ConfirmFormat;
import io.github.iisaudit.report.NoAnswer;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit confirm}: whether it was the 401.1 of KB 2749007. */
@Command(
        name = "confirm",
        description = {
            "Was it this? Holds logs and captures against the configuration, and says for each application whether users"
                    + " met the 401.1 of KB 2749007. Without a PATH, for each site of the evidence. With a directory, also"
                    + " whether Kerberos can work there.",
            "",
            "Verdicts: confirmed, probable, consistent, contradicted, other-cause, not-seen, no-evidence"
        },
        footer = {
            "",
            "Example:",
            "  iisaudit confirm snapshots/WEB01 --evidence logs/W3SVC2 first-request.saz",
            "  iisaudit confirm snapshots/WEB01 --evidence logs/W3SVC2 --directory contoso.ldf",
            "",
            "Exit: 0, 1 a verdict is confirmed or probable, 2 usage, 3 something could not be read (wins over 1),",
            "4 a fault of the program, 130 interrupted"
        })
final class ConfirmCommand implements Callable<Integer> {

    private final Console console;
    private final Map<String, List<ApplicationTickets>> tickets = new HashMap<>();
    private boolean isIncomplete;
    private boolean isForeign;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    SettingsArguments config = new SettingsArguments();

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
            converter = Choice.OfConfirmFormat.class,
            description = "text, json or markdown (default: ${DEFAULT-VALUE})")
    ConfirmFormat format = ConfirmFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OutputFile.OfConfirm.class,
            description = "also write the verdicts to a file, in any of the formats; repeatable")
    List<OutputFile<ConfirmFormat>> outputs = new ArrayList<>();

    @Option(
            names = "--write-client-fix",
            paramLabel = "KIND[=FILE]",
            converter = FixOutput.Converter.class,
            completionCandidates = FixOutput.Kinds.class,
            description = "write what rolls out the cure on the clients, with the way back: reg, gpp or powershell;"
                    + " needs no evidence")
    @Nullable
    FixOutput fix;

    @Option(names = "--quiet", description = "text: verdicts only, nothing of what was read")
    boolean isQuiet;

    @Option(
            names = "--verbose",
            description = "also say, on standard error, what of the evidence belongs to no application")
    boolean isVerbose;

    ConfirmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, SettingsException, SourceException, IOException {
        try {
            return answer();
        } catch (UsageException | SettingsException | SourceException e) {
            List<String> reasons = List.of(String.valueOf(e.getMessage()));
            console.print(out -> NoAnswer.render(format.id(), reasons, out));
            throw e;
        }
    }

    private int answer() throws UsageException, SettingsException, SourceException, IOException {
        if (fix != null && evidence.paths.isEmpty()) {
            if (fix.path() != null) {
                console.destinations(List.of()).add(fix.path());
            }
            fix.write(console);
            return ExitCode.CLEAN;
        }
        check();
        boolean isKnown = !source.paths.isEmpty() || source.isLive;
        SettingsFile settings = isKnown ? config.find(source) : SettingsFile.NONE;
        check(settings);
        Interruption interruption = console.interruption().heeded();
        try {
            Applications applications = isKnown ? read(settings) : new Applications();
            Examination examination =
                    evidence.examine(applications, console, new EvidenceArguments.Waiting(isQuiet, interruption));
            return show(isKnown ? withTickets(examination) : examination);
        } catch (CancellationException e) {
            String reason = "interrupted: there is no verdict before all of the evidence is read";
            console.print(out -> NoAnswer.render(format.id(), List.of(reason), out));
            console.complain(reason);
            return ExitCode.INTERRUPTED;
        }
    }

    private void check() throws UsageException {
        evidence.check();
        if (directory.isGiven()) {
            directory.check(console);
            if (source.paths.isEmpty() && !source.isLive) {
                throw new UsageException(
                        "--directory needs a PATH: which accounts and names there are, the configuration tells");
            }
        }
        if (fix != null && fix.path() == null) {
            throw new UsageException("--write-client-fix: standard output has the verdicts; say "
                    + fix.fix().id() + "=FILE, or leave out --evidence");
        }
    }

    private void check(SettingsFile settings) throws UsageException {
        Destinations destinations = console.destinations(source.paths);
        settings.tell(destinations);
        source.tell(destinations);
        evidence.tell(destinations);
        directory.tell(destinations);
        destinations.reads(config.file);
        for (OutputFile<ConfirmFormat> output : outputs) {
            destinations.add(output.path());
        }
        if (fix != null && fix.path() != null) {
            destinations.add(fix.path());
        }
    }

    private Applications read(SettingsFile settings) throws UsageException, SettingsException, SourceException {
        Opened opened = source.open(console, settings);
        SourceArguments.complaints(opened).forEach(console::complain);
        isIncomplete = !opened.nothingFound().isEmpty();
        isForeign = opened.isForeign();
        directory.sayNameless(opened.sources(), console);
        TicketJudge judge = directory.isGiven() ? directory.judge(directory.read(console, this::lack)) : null;
        return EvidenceArguments.applications(
                opened.sources(),
                server -> {
                    if (judge != null) {
                        tickets.put(
                                server.name(), ServerTickets.of(server, judge).applications());
                    }
                },
                this::lack);
    }

    private void lack(String reason) {
        console.complain(reason);
        isIncomplete = true;
    }

    /** What the evidence shows of logons is one thing, whether tickets can work at all another. */
    private Examination withTickets(Examination examination) {
        List<Diagnosis> all = new ArrayList<>();
        for (Diagnosis each : examination.applications()) {
            all.add(tickets.getOrDefault(each.server(), List.of()).stream()
                    .filter(it -> it.path().equals(each.path()) && it.isInUse())
                    .findFirst()
                    .map(it -> each.with(new Diagnosis.Kerberos(it.verdict().id(), it.reason())))
                    .orElse(each));
        }
        return examination.with(all);
    }

    private int show(Examination examination) throws IOException, UsageException {
        examination.unreadable().forEach(u -> console.complain(u.file() + ": " + u.reason()));
        if (isVerbose) {
            examination
                    .unmatched()
                    .forEach(u -> console.complain(u.file() + ": " + u.rows() + " requests: " + u.why()));
        }
        Presentation presentation = colour.presentation(console);
        try {
            OutputFile.write(outputs, examination, presentation);
            if (fix != null) {
                fix.write(console);
            }
        } finally {
            console.print(
                    out -> format.render(examination, presentation.with(isQuiet, presentation.automation()), out));
        }
        if (isForeign) {
            return ExitCode.USAGE;
        }
        if (isIncomplete || !examination.unreadable().isEmpty()) {
            return ExitCode.INCOMPLETE;
        }
        return examination.applications().stream().anyMatch(a -> a.verdict().isFault())
                ? ExitCode.FINDINGS
                : ExitCode.CLEAN;
    }
}
