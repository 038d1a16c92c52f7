package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.whatif.Answer;
import io.github.iisaudit.whatif.ApplicationAnswer;
import io.github.iisaudit.whatif.Command;
import io.github.iisaudit.whatif.Command.Shell;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.Step;
import io.github.iisaudit.whatif.Verdict;
import java.util.List;

/** Answers for people: a line for each application with its reasons below, then how the change is made. */
final class WhatIfText {

    private static final int VERDICT = 18;
    private static final int LEAST_ACCOUNTS = 30;
    private static final String INDENT = "    = ";

    private final Page page;
    private final Colours colours;

    private WhatIfText(Presentation presentation) {
        this.page = new Page(presentation.width());
        this.colours = new Colours(presentation.isColoured());
    }

    static String of(Answer answer, Presentation presentation) {
        WhatIfText text = new WhatIfText(presentation);
        text.page.wrapped("What if: ", WhatIfWords.change(answer.change()) + " " + WhatIfWords.where(answer.path()));
        boolean isFleet = answer.servers().size() > 1;
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
                + "who opens tickets: now -> then");
        server.applications().forEach(a -> application(a, paths));
        page.gap().wrapped("", WhatIfWords.preauthentication(server));
        steps(server);
    }

    private void application(ApplicationAnswer application, int paths) {
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
            tell("opens", accounts);
        }
        details(application);
    }

    private void details(ApplicationAnswer application) {
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
        page.gap().line("To do it, elevated, in %windir%\\system32\\inetsrv:");
        steps.forEach(step -> step.commands(Shell.APPCMD).forEach(this::command));
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
