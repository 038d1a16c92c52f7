package io.github.iisaudit.cli;

import io.github.iisaudit.rule.Spelling;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood, in words: the option, what was typed, and what may have been meant. */
record Misuse(ParameterException cause) {

    /** One line. */
    String message() {
        ArgSpec argument = cause.getArgSpec();
        if (cause instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0));
        } else if (cause instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        } else if (cause instanceof OverwrittenOptionException overwritten) {
            return name(overwritten.getOverwritten()) + " is given more than once";
        } else if (argument != null && cause.getValue() != null) {
            return name(argument) + ": " + value(argument, cause.getValue());
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return isCommandMissing(cause.getCommandLine()) ? "no command is given; commands: " + commands() : message;
    }

    private static boolean isCommandMissing(CommandLine command) {
        return !(command.getCommand() instanceof Callable);
    }

    private String unmatched(String word) {
        CommandSpec spec = cause.getCommandLine().getCommandSpec();
        if (word.startsWith("-") && word.length() > 1) {
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> options = Words.options(spec).stream()
                    .map(OptionSpec::longestName)
                    .sorted()
                    .toList();
            String near = name.startsWith("--") ? Spelling.didYouMean(name, options) : "";
            return "unknown option " + name + (near.isEmpty() ? "; options: " + String.join(", ", options) : near);
        }
        List<String> known =
                Words.commands(spec).stream().map(CommandSpec::name).toList();
        if (known.isEmpty()) {
            return "'" + word + "' is one argument too many";
        }
        String near = Spelling.didYouMean(word, known);
        return "there is no command " + word + (near.isEmpty() ? "; commands: " + String.join(", ", known) : near);
    }

    private String commands() {
        return String.join(
                ", ",
                Words.commands(cause.getCommandLine().getCommandSpec()).stream()
                        .map(CommandSpec::name)
                        .toList());
    }

    private static String missing(List<ArgSpec> missing) {
        ArgSpec first = missing.get(0);
        return first.isOption()
                ? name(first) + " wants a value: " + label(first) + likely(first)
                : label(first) + " is missing: " + Words.description(first);
    }

    /** What the converter of the value says, and the nearest word where it is one of a few. */
    private String value(ArgSpec argument, String value) {
        if (argument.typeInfo().isMap()) {
            return "'" + value + "' is not " + argument.paramLabel();
        } else if (argument.typeInfo().isBoolean()) {
            return "it takes no value, and '" + value + "' is one";
        } else if (argument.type() == int.class) {
            return "'" + value + "' is no number";
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String told = message.substring(message.indexOf(": '") + 2);
        List<String> known = new Words(List.of())
                .values(argument).stream().map(w -> w.replace("=", "")).toList();
        boolean isChoice = told.contains(" is none of ");
        String typed = isChoice ? told.substring(1, told.indexOf("' is none of ")) : value;
        return isChoice ? told + Spelling.didYouMean(typed, known) : told;
    }

    private static String likely(ArgSpec argument) {
        List<String> words = new Words(List.of()).values(argument);
        return words.isEmpty() ? "" : ", such as " + words.get(0);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String label(ArgSpec argument) {
        return argument.paramLabel();
    }
}
