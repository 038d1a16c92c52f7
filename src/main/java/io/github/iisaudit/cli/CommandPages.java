package io.github.iisaudit.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands as pages of Markdown, by file name: one for each that can be called, and a list of them. */
final class CommandPages {

    private final StringBuilder text = new StringBuilder();

    private CommandPages() {}

    static Map<String, String> of(CommandSpec root) {
        Map<String, String> pages = new TreeMap<>();
        StringBuilder rows = new StringBuilder();
        Words.commands(root).forEach(command -> collect(command, pages, rows));
        pages.put(
                "README.md",
                "# Commands\n\nGenerated from what `--help` says, as are the pages. Every command also understands"
                        + " `--help`; `iisaudit --version` tells the version.\n\n| command | what it does |\n|---|---|\n"
                        + rows);
        return pages;
    }

    private static void collect(CommandSpec command, Map<String, String> pages, StringBuilder rows) {
        if (command.userObject() instanceof Callable) {
            String file = command.qualifiedName("-").replaceFirst("^iisaudit-", "") + ".md";
            pages.put(file, page(command));
            rows.append("| [")
                    .append(command.qualifiedName())
                    .append("](")
                    .append(file)
                    .append(") | ");
            rows.append(cell(Words.description(command))).append(" |\n");
        }
        Words.commands(command).forEach(sub -> collect(sub, pages, rows));
    }

    private static String page(CommandSpec command) {
        CommandPages page = new CommandPages();
        page.text.append("# ").append(command.qualifiedName()).append("\n\n");
        page.lines(command.usageMessage().description());
        page.text.append("\n```\n").append(command.qualifiedName()).append(" [OPTION]...");
        command.positionalParameters()
                .forEach(p -> page.text.append(' ').append(p.paramLabel()).append(Words.isRepeatable(p) ? "..." : ""));
        page.text.append("\n```\n");
        page.table("argument", command.positionalParameters());
        page.table("option", Words.ownOptions(command));
        page.lines(command.usageMessage().footer());
        return page.text.toString().strip() + "\n";
    }

    private void table(String heading, List<? extends ArgSpec> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        text.append("\n| ").append(heading).append(" | what it does |\n|---|---|\n");
        for (ArgSpec argument : arguments) {
            String term = argument instanceof OptionSpec option ? term(option) : argument.paramLabel();
            text.append("| `").append(term.replace("|", "\\|")).append("` | ");
            text.append(cell(Words.description(argument))).append(" |\n");
        }
    }

    private static String term(OptionSpec option) {
        Stream<String> names = Words.names(option).stream();
        String value = Words.hasValue(option) ? "=" + option.paramLabel() : "";
        return String.join(", ", names.toList()) + value;
    }

    /** What is indented is typed as it stands; other lines are one text, up to an empty one. */
    private void lines(String[] lines) {
        boolean isTyped = false;
        for (String line : lines) {
            boolean isIndented = line.startsWith("  ");
            if (isIndented != isTyped) {
                text.append(isIndented ? "\n```\n" : "```\n");
            }
            isTyped = isIndented;
            text.append(isTyped ? line.strip() : prose(line.replace("%%", "%"))).append('\n');
        }
        text.append(isTyped ? "```\n" : "");
    }

    private static String cell(String line) {
        return prose(line).replace("|", "\\|");
    }

    /** What Markdown would take for markup is escaped. */
    private static String prose(String line) {
        StringBuilder prose = new StringBuilder();
        for (char c : line.toCharArray()) {
            prose.append("\\*_<>[]`".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return prose.toString();
    }
}
