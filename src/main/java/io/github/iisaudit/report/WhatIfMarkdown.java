package io.github.iisaudit.report;

import io.github.iisaudit.whatif.Answer;
import io.github.iisaudit.whatif.ApplicationAnswer;
import io.github.iisaudit.whatif.Command;
import io.github.iisaudit.whatif.Command.Shell;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.Step;
import java.util.List;

/** Answers as Markdown, for a change request: a table, the reasons, the commands. */
final class WhatIfMarkdown {

    private final StringBuilder text = new StringBuilder();

    private WhatIfMarkdown() {}

    static String of(Answer answer) {
        WhatIfMarkdown markdown = new WhatIfMarkdown();
        markdown.line("# What if: " + code(WhatIfWords.change(answer.change())) + " "
                + plain(WhatIfWords.where(answer.path())));
        markdown.gap(plain(WhatIfWords.totals(answer.servers())) + ".");
        answer.servers().forEach(markdown::server);
        return markdown.text.toString();
    }

    private void server(ServerAnswer server) {
        gap("## " + plain(server.name()));
        gap("| application | verdict | decrypts service tickets now | then |");
        line("|---|---|---|---|");
        for (ApplicationAnswer a : WhatIfWords.riskyFirst(server.applications())) {
            line("| " + plain(Paths.shown(a.path())) + " | **" + a.verdict().id() + "** | "
                    + plain(WhatIfWords.account(a.before())) + " | " + plain(WhatIfWords.account(a.after())) + " |");
        }
        gap(WhatIfWords.preauthentication(server.losing401(), server.gaining401()));
        WhatIfWords.riskyFirst(server.applications()).forEach(this::application);
        steps(server);
    }

    private void application(ApplicationAnswer application) {
        gap("### " + plain(Paths.shown(application.path())) + ": "
                + application.verdict().id());
        gap(plain(application.reason()) + ".");
        text.append('\n');
        int before = text.length();
        if (application.isBeside()) {
            item("Not below the path that was asked for, but served by the same pool " + application.pool());
        }
        application.todo().forEach(sentence -> item("To do: " + sentence));
        rules("New findings: ", application.gained());
        rules("Findings that go: ", application.lost());
        application.otherValues().forEach(o -> item(WhatIfWords.other(o)));
        if (text.length() == before) {
            text.setLength(before - 1);
        }
    }

    private void rules(String label, List<String> rules) {
        if (!rules.isEmpty()) {
            line("- " + label
                    + String.join(", ", rules.stream().map(WhatIfMarkdown::code).toList()));
        }
    }

    private void steps(ServerAnswer server) {
        List<Step> steps = WhatIfWords.steps(server);
        if (steps.isEmpty()) {
            return;
        }
        gap("### How");
        String restart = WhatIfWords.restart(server.restart());
        gap("Run as administrator" + (restart.isEmpty() ? "." : ", then " + restart + "."));
        WhatIfWords.locks(steps).forEach(sentence -> gap(plain(sentence)));
        for (Shell shell : Shell.values()) {
            WhatIfWords.leftOut(steps, shell).ifPresent(sentence -> gap(plain(sentence)));
        }
        fence("bat", "cd /d %windir%\\system32\\inetsrv\n" + commands(server, steps, Shell.APPCMD));
        fence("powershell", commands(server, steps, Shell.POWERSHELL));
    }

    private static String commands(ServerAnswer server, List<Step> steps, Shell shell) {
        StringBuilder lines = new StringBuilder();
        steps.forEach(step -> step.commands(shell).forEach(c -> lines.append(shown(c))));
        server.restarts().stream().filter(c -> c.shell() == shell).forEach(c -> lines.append(shown(c)));
        return lines.toString();
    }

    private static String shown(Command command) {
        return Glyphs.clean(command.toString()) + "\n";
    }

    private void fence(String language, String commands) {
        gap("```" + language);
        text.append(commands);
        line("```");
    }

    private void item(String sentence) {
        line("- " + plain(sentence) + ".");
    }

    private void gap(String line) {
        text.append('\n');
        line(line);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Text that means nothing in Markdown. */
    private static String plain(String text) {
        return Glyphs.clean(text).replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }

    private static String code(String text) {
        return "`" + Glyphs.clean(text).replace("`", "'") + "`";
    }
}
