package io.github.iisaudit.cli;

import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.report.EffectiveReporter;
import io.github.iisaudit.report.NoAnswer;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit effective}: what IIS would see. */
@Plain
@Command(
        name = "effective",
        description = "What IIS would see at each path: every value with the file and line that set it.",
        footer = {
            "",
            "Examples:",
            "  iisaudit effective snapshots/WEB01 --path Intranet/hr",
            "  iisaudit effective snapshots --table",
            "",
            "Exit: 0, 2 usage, 3 something could not be read, 4 a fault of the program,",
            "130 interrupted: what was read so far is shown"
        })
final class EffectiveCommand implements Callable<Integer> {

    private final Console console;
    private boolean isIncomplete;
    private int shown;
    private boolean isGivenUp;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceArguments source = new SourceArguments();

    @Mixin
    SettingsArguments config = new SettingsArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfEffectiveFormat.class,
            description = "text, json, or xml as rules see it (default: ${DEFAULT-VALUE})")
    EffectiveReporter.Format format = EffectiveReporter.Format.TEXT;

    @Option(
            names = "--path",
            paramLabel = "SITE/APP",
            description = "this path only; / is the server level; repeatable")
    List<String> paths = new ArrayList<>();

    @Option(
            names = "--section",
            paramLabel = "NAME",
            description = "this section, by its path or its last name; repeatable"
                    + " (default: those of authentication; xml: all)")
    List<String> sections = new ArrayList<>();

    @Option(
            names = "--table",
            description =
                    "a line for each application: pool, identity, kinds of authentication, kernel mode, who decrypts"
                            + " service tickets (text or json)")
    boolean isTable;

    @Option(names = "--all", description = "all sections that the program knows")
    boolean isAll;

    /** What it takes to show an entry of a list. */
    private static final long SHOWN = 15;

    EffectiveCommand(Console console) {
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

    private EffectiveReporter.Kind kind() {
        return isTable ? EffectiveReporter.table(format == EffectiveReporter.Format.JSON, Version.text()) : format;
    }

    private void checkTable() throws UsageException {
        if (isTable && (isAll || !sections.isEmpty())) {
            throw new UsageException(
                    "--table has the same columns for every application: leave out --section and --all");
        }
        if (isTable && format == EffectiveReporter.Format.XML) {
            throw new UsageException("--table is text or json");
        }
        if (isTable
                && paths.stream()
                        .anyMatch(path ->
                                path.replace('\\', '/').replaceAll("/", "").isEmpty())) {
            throw new UsageException("--table has applications, and / is the server level: leave out --path /");
        }
    }

    private int answer() throws UsageException, SettingsException, SourceException, IOException {
        checkTable();
        SettingsFile settings = config.find(source);
        Opened opened = source.openApart(console, settings);
        SourceArguments.complaints(opened).forEach(console::complain);
        isIncomplete = !opened.nothingFound().isEmpty();
        if (opened.sources().isEmpty()) {
            console.print(out -> NoAnswer.render(format.id(), opened.nothingFound(), out));
            return ExitCode.ofNothing(opened);
        }
        // Whoever writes a rule wants to see all that a rule sees.
        boolean isWhole = isAll || (format == EffectiveReporter.Format.XML && sections.isEmpty());
        Selection selection = new Selection(paths, sections, isWhole);
        Interruption interruption = console.interruption().heeded();
        boolean isShown = show(opened, selection, interruption);
        boolean isShort = shown < opened.sources().size();
        if (isShort && !interruption.isAsked()) {
            return ExitCode.CLEAN; // who reads it has enough
        }
        if (isShort) {
            String interrupted =
                    "interrupted: " + shown + " of " + opened.sources().size() + " servers were shown";
            if (!isShown) {
                console.print(out -> NoAnswer.render(format.id(), List.of(interrupted), out));
            }
            console.complain(interrupted);
            return ExitCode.INTERRUPTED;
        }
        selection.notices().forEach(console::complain);
        if (!isShown && !isGivenUp) {
            throw new UsageException(selection.nothingMatched());
        }
        return isIncomplete ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
    }

    /** Whether there was something to show. */
    private boolean show(Opened opened, Selection selection, Interruption interruption) throws IOException {
        List<ConfigSource> sources = opened.sources();
        boolean isFleet = sources.size() > 1;
        List<FirstMatch> reporters = new ArrayList<>();
        console.print(out -> {
            FirstMatch reporter = new FirstMatch(kind(), colour.presentation(console), out, isFleet);
            reporters.add(reporter);
            reporter.refused(opened.nothingFound());
            ReadServer.each(sources, interruption, read -> {
                String failure = read.server() == null
                        ? read.failure()
                        : shown(read.server(), selection, reporter, interruption);
                giveUp(read.source(), failure, isFleet);
                if (read.server() != null) {
                    complain(read.server(), isFleet);
                }
                shown++;
            });
            reporter.end();
        });
        return !reporters.get(0).isEmpty();
    }

    /** Why not all of a server is shown; empty where it is. */
    private static String shown(
            ServerConfiguration server, Selection selection, FirstMatch reporter, Interruption interruption) {
        reporter.server(server.name(), server.root());
        return EnoughMemory.once(() -> selection.visit(server, scope -> {
            if (interruption.isAsked()) {
                throw new CancellationException();
            }
            List<EffectiveSection> sections = selection.sections(scope);
            server.budget().step(Use.SHOWN, SHOWN * entries(sections));
            show(scope, sections, reporter);
        }));
    }

    private static long entries(List<EffectiveSection> sections) {
        long entries = 0;
        for (EffectiveSection section : sections) {
            for (EffectiveSection.Collection collection : section.collections()) {
                entries += collection.entries().size();
            }
        }
        return entries;
    }

    private void giveUp(ConfigSource source, String failure, boolean isFleet) {
        if (!failure.isEmpty()) {
            console.complain((isFleet ? source.name() + ": " : "") + failure);
            isIncomplete = true;
            isGivenUp = true;
        }
    }

    private void complain(ServerConfiguration server, boolean isFleet) {
        String name = isFleet ? server.name() + ": " : "";
        server.coverage().unreadable().forEach(f -> console.complain(name + f.described()));
        server.coverage().notices().forEach(notice -> console.complain(name + notice.told()));
        isIncomplete |= !server.coverage().unreadable().isEmpty();
    }

    private static void show(Scope scope, List<EffectiveSection> sections, FirstMatch reporter) {
        try {
            reporter.scope(scope, sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
