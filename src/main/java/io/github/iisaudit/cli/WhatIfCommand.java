package io.github.iisaudit.cli;

import io.github.iisaudit.InOrder;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.Few;
import io.github.iisaudit.kerberos.TicketJudge;
import io.github.iisaudit.report.NoAnswer;
import io.github.iisaudit.report.WhatIfFormat;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.rule.Spelling;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.whatif.Answer;
import io.github.iisaudit.whatif.Change;
import io.github.iisaudit.whatif.InvalidChangeException;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.WhatIf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit what-if}: the consequences of a change. */
@Command(
        name = "what-if",
        description = {
            "What happens if a setting of Windows authentication is changed: a verdict for each application,"
                    + " who decrypts service tickets before and after, findings gained and lost, the commands."
                    + " Nothing is changed.",
            "",
            "Verdicts: no-change, performance-only, spn-move-needed, breaks, fixes, unknown"
        },
        footer = {
            "",
            "Examples:",
            "  iisaudit what-if snapshots/WEB01 --path Intranet --set useKernelMode=false",
            "  iisaudit what-if snapshots/WEB01 --set providers=Negotiate:Kerberos --set useKernelMode=false",
            "  iisaudit what-if snapshots/WEB01 --path Intranet --set tokenChecking=Require --set anonymousAuthentication=false",
            "",
            "Exit: 0, 2 usage, 3 nothing to judge or something could not be read, 4 a fault of the program,",
            "130 interrupted: what was answered so far is shown"
        })
final class WhatIfCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    /** How many servers are asked at the same time: each is in memory twice, before the change and after it. */
    private static final int JOBS = Math.min(2, Runtime.getRuntime().availableProcessors());

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
    DirectoryArguments directory = new DirectoryArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            completionCandidates = SetCandidates.Judged.class,
            description =
                    "useKernelMode, useAppPoolCredentials, enabled, authPersistSingleRequest, authPersistNonNTLM or"
                            + " anonymousAuthentication: true or false; providers: Negotiate, NTLM, Negotiate:Kerberos, with commas, in"
                            + " their order; tokenChecking of extended protection: None, Allow or Require, and its flags: None, Proxy,"
                            + " NoServiceNameCheck, AllowDotlessSpn, ProxyCohosting; repeatable, all of them together"
                            + " (default: useKernelMode=false)")
    List<String> changes = new ArrayList<>();

    @Option(
            names = "--set-pool-identity",
            paramLabel = "IDENTITY",
            completionCandidates = SetCandidates.Identities.class,
            description = "run the pools as ApplicationPoolIdentity, NetworkService, LocalService, LocalSystem"
                    + " or SpecificUser:DOMAIN\\user")
    @Nullable
    String identity;

    @Option(
            names = "--path",
            paramLabel = "SITE/APP",
            description = "make the change there; / is the whole server"
                    + " (default: at every application with Windows authentication on)")
    @Nullable
    String path;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfWhatIfFormat.class,
            description = "text, json or markdown (default: ${DEFAULT-VALUE})")
    WhatIfFormat format = WhatIfFormat.TEXT;

    WhatIfCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        try {
            return answer();
        } catch (UsageException | RuleException | SettingsException | SourceException e) {
            answerNothing(List.of(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private void answerNothing(List<String> reasons) throws IOException {
        console.print(out -> NoAnswer.render(format.id(), reasons, out));
    }

    private int answer() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        Change change = change();
        SettingsFile settings = config.find(source);
        List<Rule> rules = new CheckArguments().rules(ruleFiles.catalogue(settings), settings.settings());
        Opened opened = source.openApart(console, settings);
        SourceArguments.complaints(opened).forEach(console::complain);
        if (opened.sources().isEmpty()) {
            answerNothing(opened.nothingFound());
            return ExitCode.ofNothing(opened);
        }
        directory.check(console);
        directory.sayNameless(opened.sources(), console);
        TicketJudge judge = directory.isGiven() ? directory.judge(directory.read(console, this::lack)) : null;
        Optional<String> place = ConfigPathFilter.place(path);
        Interruption interruption = console.interruption().heeded();
        List<ServerAnswer> servers = ask(
                opened.byName(),
                new WhatIf(change, place, rules, opened.sources().size(), judge),
                interruption);
        int wanted = opened.sources().size();
        if (servers.size() == wanted) {
            refuseUnknownPath(servers);
            return show(servers, change, place, opened);
        }
        String interrupted = "interrupted: " + servers.size() + " of " + wanted + " servers were asked";
        if (servers.isEmpty()) {
            answerNothing(List.of(interrupted));
        } else {
            show(servers, change, place, opened);
        }
        console.complain(interrupted);
        return ExitCode.INTERRUPTED;
    }

    private void lack(String reason) {
        console.complain(reason);
        isLacking = true;
    }

    private int show(List<ServerAnswer> servers, Change change, Optional<String> place, Opened opened)
            throws IOException {
        servers.forEach(server -> complain(server, servers.size() > 1));
        List<ServerAnswer> answered =
                servers.stream().filter(s -> !s.applications().isEmpty()).toList();
        if (answered.isEmpty()) {
            if (servers.stream().anyMatch(ServerAnswer::isGivenUp)) {
                answerNothing(opened.nothingFound());
                return ExitCode.INCOMPLETE;
            }
            String nothing = "nothing to judge: no application has Windows authentication on";
            console.complain(nothing);
            answerNothing(Stream.concat(opened.nothingFound().stream(), Stream.of(nothing))
                    .toList());
            return ExitCode.INCOMPLETE;
        }
        Answer answer = new Answer(change, place, answered);
        String trouble = written(answer);
        if (!trouble.isEmpty()) {
            console.complain("the answer is not whole: " + trouble);
        }
        boolean isComplete = trouble.isEmpty()
                && !isLacking
                && opened.nothingFound().isEmpty()
                && servers.stream().allMatch(s -> s.unreadable().isEmpty());
        return isComplete ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
    }

    /** Why not all could be written, as answers of many servers may fill the memory; empty where it was. */
    private String written(Answer answer) throws IOException {
        try {
            return EnoughMemory.once(() -> {
                try {
                    console.print(out -> format.render(answer, colour.presentation(console), out));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<ServerAnswer> ask(List<ConfigSource> sources, WhatIf question, Interruption interruption) {
        List<ServerAnswer> servers = new ArrayList<>();
        InOrder.run(sources, question::ask, new InOrder.Jobs(JOBS, interruption::isAsked), servers::add);
        return servers;
    }

    private Change change() throws UsageException {
        try {
            return Change.parse(changes, Optional.ofNullable(identity));
        } catch (InvalidChangeException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void complain(ServerAnswer server, boolean isFleet) {
        String name = isFleet ? server.name() + ": " : "";
        server.unreadable().forEach(f -> console.complain(name + f.described()));
        server.notices().forEach(notice -> console.complain(name + notice));
    }

    private void refuseUnknownPath(List<ServerAnswer> servers) throws UsageException {
        boolean isUnknown = servers.stream().noneMatch(ServerAnswer::isPathKnown)
                && servers.stream().anyMatch(s -> !s.paths().isEmpty());
        if (isUnknown) {
            List<String> paths =
                    servers.stream().flatMap(s -> s.paths().stream()).distinct().toList();
            String some = Few.named(Few.first(paths, SHOWN));
            throw new UsageException("there is no path " + path + " with settings of its own"
                    + Spelling.didYouMean(String.valueOf(path), paths, "there are " + some));
        }
    }
}
