package io.github.iisaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of all commands, as roff with the macros of man(7). */
final class ManPage {

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandSpec root, String version) {
        ManPage man = new ManPage();
        String does = Words.description(root);
        man.macro("TH", "IISAUDIT", "1", "", "iisaudit " + version, "User Commands");
        man.macro("SH", "NAME")
                .text("iisaudit - " + does.substring(0, 1).toLowerCase(Locale.ROOT)
                        + does.substring(1, does.length() - 1));
        man.macro("SH", "SYNOPSIS");
        man.synopses(root);
        man.macro("SH", "DESCRIPTION").text(does);
        man.macro("SH", "COMMANDS");
        man.commands(root);
        man.macro("SH", "OPTIONS");
        Words.options(root).forEach(man::option);
        man.ending();
        return man.page.toString();
    }

    private void synopses(CommandSpec command) {
        List<CommandSpec> commands = Words.commands(command);
        if (command.userObject() instanceof Callable) {
            macro("SY", command.qualifiedName());
            page.append("[\\fIOPTION\\fR]...");
            command.positionalParameters().forEach(p -> page.append(" ").append(operand(p)));
            page.append("\n");
            macro("YS");
        }
        commands.forEach(this::synopses);
    }

    private static String operand(PositionalParamSpec operand) {
        String name = "\\fI" + escape(operand.paramLabel()) + "\\fR";
        return Words.isRepeatable(operand) ? name + "..." : name;
    }

    private void commands(CommandSpec command) {
        for (CommandSpec sub : Words.commands(command)) {
            macro("SS", sub.qualifiedName());
            paragraphs(sub.usageMessage().description());
            sub.positionalParameters().forEach(p -> described(operand(p), p));
            Words.ownOptions(sub).forEach(this::option);
            footer(sub.usageMessage().footer());
            commands(sub);
        }
    }

    private void option(OptionSpec option) {
        String value = Words.hasValue(option) ? "=\\fI" + escape(option.paramLabel()) + "\\fR" : "";
        List<String> names = Words.names(option).stream()
                .map(name -> "\\fB" + escape(name) + "\\fR")
                .toList();
        described(String.join(", ", names) + value, option);
    }

    private void described(String term, ArgSpec argument) {
        macro("TP");
        page.append(term).append("\n");
        text(Words.description(argument));
    }

    private void paragraphs(String[] lines) {
        for (String line : lines) {
            if (line.isEmpty()) {
                macro("PP");
            } else {
                text(line.replace("%%", "%"));
            }
        }
    }

    /** What is indented is typed or read as it stands. */
    private void footer(String[] lines) {
        for (String line : lines) {
            if (line.startsWith("  ")) {
                macro("RS", "4").macro("EX").text(line.strip()).macro("EE").macro("RE");
            } else if (line.isEmpty()) {
                macro("PP");
            } else {
                text(line.replace("%%", "%"));
            }
        }
    }

    private void ending() {
        macro("SH", "EXIT STATUS");
        String[] meanings = {
            "clean",
            "findings at or above --fail-on",
            "wrong usage, or a broken rule, settings or baseline file",
            "something could not be audited, or there was nothing to audit; wins over 1",
            "a fault of the program"
        };
        for (int code = 0; code < meanings.length; code++) {
            macro("TP").text(String.valueOf(code)).text(meanings[code]);
        }
        macro("SH", "ENVIRONMENT");
        macro("TP").text("NO_COLOR").text("no colours, unless --color always asks for them");
        macro("TP").text("COLUMNS").text("how wide text on a terminal may be");
    }

    private ManPage macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(escape(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
        return this;
    }

    private ManPage text(String line) {
        page.append(escape(line)).append('\n');
        return this;
    }

    /** What roff would take for its own. */
    private static String escape(String text) {
        String escaped = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha")
                .replace("…", "...");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
