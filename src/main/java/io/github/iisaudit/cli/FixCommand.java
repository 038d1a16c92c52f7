package io.github.iisaudit.cli;

import io.github.iisaudit.InOrder;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.fix.Mender;
import io.github.iisaudit.fix.ServerFix;
import io.github.iisaudit.fix.Wish;
import io.github.iisaudit.report.FixFormat;
import io.github.iisaudit.report.FixReport;
import io.github.iisaudit.report.FixWords;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.rule.Spelling;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.whatif.Change;
import io.github.iisaudit.whatif.InvalidChangeException;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.WhatIf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iisaudit fix}: what would mend findings, to be looked at and applied by others. */
@Command(
        name = "fix",
        description = {
            "What would mend the findings whose remedy is certain: a diff of the files, or a script that looks before it"
                    + " writes, saves before it changes and tells the way back. No audited file is written. What is left out,"
                    + " and why, is on standard error.",
            "",
            "A change is offered only where the audit of the changed files has lost the finding and gained none."
        },
        footer = {
            "",
            "Examples:",
            "  iisaudit fix snapshots/WEB01 --output diff=fix.diff",
            "  git -C snapshots/WEB01 apply ../../fix.diff",
            "  iisaudit fix snapshots/WEB01 --set useKernelMode=false --path Intranet --format powershell",
            "",
            "Exit: 0, 2 usage, a broken rule or settings file, 3 something could not be read, or a change that was asked for"
                    + " could not be made,",
            "4 a fault of the program, 130 interrupted: what was mended so far is shown"
        })
final class FixCommand implements Callable<Integer> {

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

    @Option(names = "--rule", paramLabel = "ID", description = "mend findings of this rule only; repeatable")
    List<String> wanted = new ArrayList<>();

    @Option(
            names = "--path",
            paramLabel = "SITE/APP",
            description = "mend what is found there and below only; with --set, make the change there; / is the server")
    @Nullable
    String path;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            completionCandidates = SetCandidates.Written.class,
            description =
                    "instead of mending findings, set useKernelMode, useAppPoolCredentials, enabled, authPersistSingleRequest"
                            + " or authPersistNonNTLM, as what-if tells it; repeatable")
    List<String> changes = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "diff",
            converter = Choice.OfFixFormat.class,
            description = "diff, appcmd, powershell, text or json (default: ${DEFAULT-VALUE})")
    FixFormat format = FixFormat.DIFF;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OutputFile.OfFix.class,
            description = "also write it to a file, in any of the formats; repeatable")
    List<OutputFile<FixFormat>> outputs = new ArrayList<>();

    @Option(names = "--quiet", description = "do not say what is left out")
    boolean isQuiet;

    @Option(names = "--verbose", description = "also say, on standard error, how much is mended")
    boolean isVerbose;

    FixCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, SettingsException, SourceException, IOException {
        SettingsFile settings = config.find(source);
        RuleCatalogue catalogue = ruleFiles.catalogue(settings);
        List<Rule> rules = new CheckArguments().rules(catalogue, settings.settings());
        Destinations destinations = console.destinations(source.paths);
        source.tell(destinations);
        settings.tell(destinations);
        for (OutputFile<FixFormat> output : outputs) {
            destinations.add(output.path());
        }
        Opened opened = source.open(console, settings);
        SourceArguments.complaints(opened).forEach(console::complain);
        List<ConfigSource> servers = opened.byName();
        List<ServerFix> fixes =
                changes.isEmpty() ? mended(servers, rules, settings, catalogue) : granted(servers, rules, change());
        if (fixes.size() < servers.size()) {
            return interrupted(fixes, servers.size());
        }
        show(fixes);
        if (opened.isForeign()) {
            return ExitCode.USAGE;
        }
        boolean isWhole = opened.nothingFound().isEmpty() && !fixes.isEmpty();
        return isWhole && fixes.stream().allMatch(ServerFix::isWhole) ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
    }

    /** What was mended of one server is proved whatever the others are like. */
    private int interrupted(List<ServerFix> fixes, int wanted) throws UsageException, IOException {
        String reason = "interrupted: " + fixes.size() + " of " + wanted + " servers were mended";
        if (!fixes.isEmpty()) {
            show(fixes);
        } else if (format == FixFormat.JSON) {
            tell(new FixReport(List.of()), fixes);
        }
        console.complain(reason);
        return ExitCode.INTERRUPTED;
    }

    /** One server after the other, until somebody wants it to end. */
    private <T> void each(List<ConfigSource> servers, Function<ConfigSource, T> work, Consumer<T> taker) {
        InOrder.run(servers, work, new InOrder.Jobs(1, console.interruption().heeded()::isAsked), taker);
    }

    private List<ServerFix> mended(
            List<ConfigSource> servers, List<Rule> rules, SettingsFile settings, RuleCatalogue catalogue)
            throws UsageException {
        Set<String> ids = new HashSet<>();
        for (String id : wanted) {
            ids.add(RuleArguments.find(catalogue, id).id());
        }
        Mender mender = new Mender(
                rules,
                FixAuditor.of(settings, catalogue, console),
                finding -> (ids.isEmpty() || ids.contains(finding.rule().id())) && isWithin(finding));
        List<ServerFix> fixes = new ArrayList<>();
        each(servers, mender::of, fixes::add);
        boolean isNothing = fixes.stream()
                .allMatch(it -> it.patches().isEmpty() && it.leftOut().isEmpty());
        if (!place().isEmpty() && isNothing && fixes.size() == servers.size()) {
            refuseUnknownPath(servers);
        }
        return fixes;
    }

    private void refuseUnknownPath(List<ConfigSource> servers) throws UsageException {
        List<String> known = new ArrayList<>();
        servers.forEach(server -> known.addAll(ServerConfiguration.read(server).paths()));
        if (!known.isEmpty() && known.stream().noneMatch(new ConfigPathFilter(path))) {
            throw new UsageException(
                    "there is no path " + path + " with settings of its own" + Spelling.didYouMean(place(), known));
        }
    }

    /** A finding of a file has no paths, and is one of the server's. */
    private boolean isWithin(Finding finding) {
        return place().isEmpty() || finding.paths().stream().anyMatch(new ConfigPathFilter(path));
    }

    private String place() {
        return ConfigPathFilter.place(path).orElse("");
    }

    private Change change() throws UsageException {
        try {
            Change change = Change.parse(changes, Optional.empty());
            if (change.hasMoreThanAttributes()) {
                throw new UsageException("--set makes attributes of windowsAuthentication true or false; for the rest,"
                        + " what-if tells the commands");
            }
            return change;
        } catch (InvalidChangeException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private List<ServerFix> granted(List<ConfigSource> servers, List<Rule> rules, Change change) throws UsageException {
        if (!wanted.isEmpty()) {
            throw new UsageException("--set makes the change that it names; --rule mends findings: give one of them");
        }
        Optional<String> at = ConfigPathFilter.place(path);
        Wish wish = new Wish(change, new WhatIf(change, at, rules, servers.size()));
        List<ServerFix> fixes = new ArrayList<>();
        each(servers, wish::of, granted -> {
            ServerAnswer answer = granted.answer();
            String name = servers.size() > 1 ? granted.fix().name() + ": " : "";
            answer.unreadable().forEach(file -> console.complain(name + file.described()));
            if (granted.fix().patches().isEmpty()) {
                console.complain(name
                        + (answer.isPathKnown()
                                ? "nothing to change there"
                                : "there is no path " + path
                                        + Spelling.didYouMean(String.valueOf(path), answer.paths()))
                        + "; only a server's own applicationHost.config is changed");
            }
            if (!isQuiet) {
                answer.applications()
                        .forEach(it -> console.complain(
                                name + it.path() + ": " + it.verdict().id() + ": " + it.reason()));
            }
            fixes.add(granted.fix());
        });
        return fixes;
    }

    private void show(List<ServerFix> fixes) throws UsageException, IOException {
        List<FixReport.Server> shown = new ArrayList<>();
        fixes.forEach(fix -> shown.add(new FixReport.Server(fix, source.folder(fix.root()))));
        FixReport report = new FixReport(shown);
        Presentation plain = colour.presentation(console).withoutColours();
        try {
            OutputFile.each(outputs, (it, to) -> to.writeBytes(out -> it.render(report, plain, out)));
        } finally {
            tell(report, fixes);
        }
    }

    private void tell(FixReport report, List<ServerFix> fixes) throws UsageException, IOException {
        List<String> left = new ArrayList<>();
        console.printBytes(out -> left.addAll(format.render(report, colour.presentation(console), out)));
        if (format == FixFormat.DIFF) {
            FixWords.packed(report).forEach(console::complain);
        }
        if (!isQuiet) {
            FixWords.leftOut(report).forEach(console::complain);
            left.forEach(sentence -> console.complain("left out: " + sentence));
        }
        if (isVerbose) {
            int mended = fixes.stream().mapToInt(it -> it.mended().size()).sum();
            console.complain(mended + " mended");
        }
    }
}
