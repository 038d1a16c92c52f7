package io.github.iisaudit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands as a shell or a manual has to know them. */
record Words(List<String> rules) {

    /** What a value may be; empty where it is a file or anything else. */
    List<String> values(ArgSpec argument) {
        if (argument.paramLabel().equals("ID") || argument.paramLabel().equals("RULE")) {
            return rules;
        }
        for (CommandLine.ITypeConverter<?> converter : argument.converters()) {
            if (converter instanceof Choice<?> choice) {
                return List.copyOf(choice.words());
            } else if (converter instanceof OutputFile.OfReport reports) {
                return reports.formats().words().stream().map(w -> w + "=").toList();
            }
        }
        List<String> candidates = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(candidates::add);
        }
        return candidates;
    }

    /** Whether a word follows the option that belongs to it. */
    static boolean hasValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(o -> !o.hidden()).toList();
    }

    /** The options of a command that not all commands have. */
    static List<OptionSpec> ownOptions(CommandSpec command) {
        return options(command).stream()
                .filter(o -> !o.usageHelp() && !o.longestName().equals(CommonOptions.DEBUG))
                .toList();
    }

    static boolean isRepeatable(PositionalParamSpec operand) {
        return operand.arity().max() > 1;
    }

    /** Short names first. */
    static List<String> names(OptionSpec option) {
        return Stream.of(option.names())
                .sorted(Comparator.comparing(String::length))
                .toList();
    }

    static List<CommandSpec> commands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(c -> !c.usageMessage().hidden())
                .toList();
    }

    /** What a command does, in a sentence or two. */
    static String description(CommandSpec command) {
        return Arrays.stream(command.usageMessage().description())
                .takeWhile(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What an argument means, as the help says it. */
    static String description(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        String value = String.valueOf(argument.defaultValue());
        return text.replace("${DEFAULT-VALUE}", value).replace("%%", "%");
    }
}
