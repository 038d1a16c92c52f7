package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.whatif.Answer;
import io.github.iisaudit.whatif.ApplicationAnswer;
import io.github.iisaudit.whatif.Command;
import io.github.iisaudit.whatif.Command.Shell;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.Step;
import io.github.iisaudit.whatif.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers for people: how many verdicts of each kind, a line for each application, the riskiest first, the reasons, the commands. */
final class WhatIfText {

    private static final int VERDICT = 18;
    private static final int LEAST_ACCOUNTS = 34;
    private static final int SHOWN = 8;
    private static final String INDENT = "    = ";

    private final Page page;
    private final Colours colours;
    private boolean isOneOfSeveral;

    private WhatIfText(Presentation presentation) {
        this.page = new Page(presentation.width());
        this.colours = new Colours(presentation.isColoured());
    }

    static String of(Answer answer, Presentation presentation) {
        WhatIfText text = new WhatIfText(presentation);
        text.page.wrapped("What if: ", WhatIfWords.change(answer.change()) + " " + WhatIfWords.where(answer.path()));
        text.totals(answer.servers());
        boolean isFleet = answer.servers().size() > 1;
        text.isOneOfSeveral = isFleet;
        for (ServerAnswer server : answer.servers()) {
            text.page.gap();
            if (isFleet) {
                text.page.line(text.colours.bold(Glyphs.clean(server.name())));
            }
            text.server(server);
        }
        return text.page.toString();
    }

    private void server(ServerAnswer server) {
        int widest = server.applications().stream()
                .mapToInt(a -> Glyphs.width(Paths.shown(a.path())))
                .max()
                .orElse(0);
        int paths = Math.max(11, Math.min(widest, page.width() - VERDICT - LEAST_ACCOUNTS - 2));
        page.line(Glyphs.pad("application", paths) + "  " + Glyphs.pad("verdict", VERDICT)
                + "who decrypts tickets: now -> then");
        List<ApplicationAnswer> riskyFirst = WhatIfWords.riskyFirst(server.applications());
        riskyFirst.forEach(a -> row(a, paths));
        alike(riskyFirst).forEach(this::details);
        if (isOneOfSeveral) {
            page.gap().wrapped("", WhatIfWords.preauthentication(server.losing401(), server.gaining401()));
        }
        steps(server);
    }

    /** How many verdicts of each kind there are, and the 401.1, over all servers. */
    private void totals(List<ServerAnswer> servers) {
        page.wrapped("", WhatIfWords.totals(servers));
        int losing = servers.stream().mapToInt(ServerAnswer::losing401).sum();
        int gaining = servers.stream().mapToInt(ServerAnswer::gaining401).sum();
        page.wrapped("", WhatIfWords.preauthentication(losing, gaining));
    }

    /** Those together of which the same is to be told, in the order in which they come. */
    private static Collection<List<ApplicationAnswer>> alike(List<ApplicationAnswer> applications) {
        // One text, and no list: texts are found fast even where somebody wrote thousands that have the same hash.
        Map<String, List<ApplicationAnswer>> alike = new LinkedHashMap<>();
        for (ApplicationAnswer a : applications) {
            String told = List.of(
                            a.verdict(), a.reason(), a.isBeside(), a.todo(), a.gained(), a.lost(), a.otherValues())
                    .toString();
            alike.computeIfAbsent(told, t -> new ArrayList<>()).add(a);
        }
        return alike.values();
    }

    private void row(ApplicationAnswer application, int paths) {
        String path = Paths.shown(application.path());
        if (Glyphs.width(path) > paths) {
            page.line(Paths.cut(path, page.width()));
            path = "";
        }
        String start = Glyphs.pad(path, paths) + "  ";
        String verdict = Glyphs.pad(application.verdict().id(), VERDICT);
        int left = page.width() - Glyphs.width(start + verdict);
        String accounts = WhatIfWords.accounts(application, left);
        if (Glyphs.width(accounts) <= left) {
            page.line(start + paint(application.verdict(), verdict) + accounts);
        } else {
            page.line(start + paint(application.verdict(), verdict));
            tell("who", accounts);
        }
    }

    private void details(List<ApplicationAnswer> alike) {
        ApplicationAnswer application = alike.get(0);
        String start = application.verdict().id() + ": ";
        int room = page.width() - start.length() - 1;
        List<String> paths =
                alike.stream().map(a -> Paths.cut(Paths.shown(a.path()), room)).toList();
        page.gap().wrapped(start, Paths.list(paths, SHOWN));
        tell("why", application.reason() + ".");
        if (application.isBeside()) {
            tell("note", "not below the path that was asked for, but served by the same pool " + application.pool());
        }
        application.todo().forEach(sentence -> tell("do", sentence));
        if (!application.gained().isEmpty()) {
            tell("new", String.join(", ", application.gained()));
        }
        if (!application.lost().isEmpty()) {
            tell("gone", String.join(", ", application.lost()));
        }
        application.otherValues().stream()
                .filter(o -> !o.path().equals(application.path()) || application.verdict() != Verdict.NO_CHANGE)
                .forEach(o -> tell("keeps", WhatIfWords.other(o)));
    }

    private void tell(String label, String text) {
        page.wrapped(INDENT + Glyphs.pad(label, 6), text);
    }

    private String paint(Verdict verdict, String text) {
        return switch (verdict) {
            case BREAKS -> colours.severity(Severity.ERROR, text);
            case SPN_MOVE_NEEDED, UNKNOWN -> colours.severity(Severity.WARNING, text);
            default -> colours.bold(text);
        };
    }

    private void steps(ServerAnswer server) {
        List<Step> steps = WhatIfWords.steps(server);
        if (steps.isEmpty()) {
            return;
        }
        page.gap().line("To do it, elevated, in %windir%\\system32\\inetsrv.");
        WhatIfWords.byRisk(server, steps).forEach((title, some) -> {
            page.line(title + ":");
            some.forEach(step -> step.commands(Shell.APPCMD).forEach(this::command));
        });
        if (!server.restarts().isEmpty()) {
            page.wrapped("then ", WhatIfWords.restart(server.restart()) + ":");
            server.restarts().stream().filter(c -> c.shell() == Shell.APPCMD).forEach(this::command);
        }
        WhatIfWords.leftOut(steps, Shell.APPCMD).ifPresent(sentence -> page.wrapped("", sentence));
        WhatIfWords.locks(steps).forEach(sentence -> page.wrapped("", sentence));
        page.line("The same for PowerShell: --format markdown");
    }

    /** A command in as many lines as it takes; the shell reads them as one. */
    private void command(Command command) {
        page.line("  " + String.join(" " + command.shell().continuation() + "\n    ", lines(command)));
    }

    private List<String> lines(Command command) {
        return WhatIfCommandLines.of(command, page.width() - 6);
    }
}
