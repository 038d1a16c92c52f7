package io.github.iisaudit.cli;

import io.github.iisaudit.InOrder;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.kerberos.ServerTickets;
import io.github.iisaudit.kerberos.TicketJudge;
import io.github.iisaudit.kerberos.TicketReport;
import io.github.iisaudit.report.KerberosFormat;
import io.github.iisaudit.report.NoAnswer;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit kerberos}: whether Kerberos works, by what the directory has. */
@Command(
        name = "kerberos",
        description = {
            "Does Kerberos really work here? Says for each application which names clients use, which account of the"
                    + " directory holds each, which account decrypts the service tickets and whether that fits, its encryption types"
                    + " and what delegation it has, with the commands that mend what does not fit. Nothing is changed.",
            "",
            "Verdicts: works, wrong-account, duplicate, missing, unknown, not-in-use"
        },
        footer = {
            "",
            "Example:",
            "  iisaudit kerberos snapshots/WEB01 --directory contoso.ldf",
            "",
            "Exit: 0, 1 Kerberos does not work at an application, 2 usage, 3 something could not be read (wins over 1),",
            "4 a fault of the program, 130 interrupted: what was answered so far is shown"
        })
final class KerberosCommand implements Callable<Integer> {

    private final Console console;
    private boolean isIncomplete;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    SettingsArguments config = new SettingsArguments();

    @Mixin
    DirectoryArguments directory = new DirectoryArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfKerberosFormat.class,
            description = "text, json or markdown (default: ${DEFAULT-VALUE})")
    KerberosFormat format = KerberosFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OutputFile.OfKerberos.class,
            description = "also write it to a file, in any of the formats; repeatable")
    List<OutputFile<KerberosFormat>> outputs = new ArrayList<>();

    @Option(names = "--quiet", description = "text: applications in use only, nothing of what was read")
    boolean isQuiet;

    @Option(names = "--verbose", description = "also say, on standard error, what each source of the directory had")
    boolean isVerbose;

    /** What there is to say of a server, at most one answer, and why there is none. */
    private record Asked(ConfigSource source, List<ServerTickets> found, String failure) {}

    KerberosCommand(Console console) {
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
        checkDirectory();
        SettingsFile settings = config.find(source);
        check(settings);
        Opened opened = source.open(console, settings);
        opened.nothingFound().forEach(this::complain);
        SourceArguments.notices(opened).forEach(console::complain);
        Directory known = directory.read(console, this::complain);
        if (isVerbose) {
            known.sources()
                    .forEach(s -> console.complain(s.name() + ": " + s.form() + ", " + s.accounts() + " accounts, "
                            + s.dropped() + " left out"));
        }
        Interruption interruption = console.interruption().heeded();
        List<ServerTickets> servers = servers(opened.byName(), directory.judge(known), interruption);
        int exit = show(new TicketReport(
                servers, known.sources(), notices(opened.sources().isEmpty())));
        if (interruption.isAsked()) {
            console.complain(
                    "interrupted: " + servers.size() + " of " + opened.sources().size() + " servers were asked");
            return ExitCode.INTERRUPTED;
        }
        return opened.isForeign() ? ExitCode.USAGE : exit;
    }

    private static List<String> notices(boolean isNothing) {
        return isNothing ? List.of("no server was found") : List.of();
    }

    private void checkDirectory() throws UsageException {
        if (!directory.isGiven()) {
            throw new UsageException("nothing to go by: give --directory SOURCE, such as an LDIF file of ldifde");
        }
        directory.check(console);
    }

    private void check(SettingsFile settings) throws UsageException {
        Destinations destinations = console.destinations(source.paths);
        source.tell(destinations);
        directory.tell(destinations);
        settings.tell(destinations);
        for (OutputFile<KerberosFormat> output : outputs) {
            destinations.add(output.path());
        }
    }

    private void complain(String reason) {
        console.complain(reason);
        isIncomplete = true;
    }

    private List<ServerTickets> servers(List<ConfigSource> sources, TicketJudge judge, Interruption interruption) {
        List<ServerTickets> servers = new ArrayList<>();
        ServerReader reader = new ServerReader(sources.size());
        Function<ConfigSource, Asked> work = source -> {
            List<ServerTickets> found = new ArrayList<>();
            return new Asked(
                    source, found, EnoughMemory.once(() -> found.add(ServerTickets.of(reader.read(source), judge))));
        };
        InOrder.run(sources, work, new InOrder.Jobs(1, interruption::isAsked), asked -> {
            servers.addAll(asked.found);
            asked.source.close();
            if (!asked.failure.isEmpty()) {
                complain(asked.source.name() + ": " + asked.failure);
            }
        });
        return servers;
    }

    private int show(TicketReport report) throws IOException, UsageException {
        for (ServerTickets server : report.servers()) {
            server.unreadable().forEach(u -> complain(server.name() + ": " + u.file() + ": " + u.reason()));
        }
        Presentation presentation = colour.presentation(console);
        try {
            OutputFile.write(outputs, report, presentation);
        } finally {
            console.print(out -> format.render(report, presentation.with(isQuiet, presentation.automation()), out));
        }
        boolean isNothing = report.servers().isEmpty();
        return isIncomplete || isNothing ? ExitCode.INCOMPLETE : report.hasFault() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
