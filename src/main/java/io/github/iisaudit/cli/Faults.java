package io.github.iisaudit.cli;

import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, in one line and an exit code. */
final class Faults {

    private final Console console;
    private final boolean isDebug;

    Faults(Console console, boolean isDebug) {
        this.console = console;
        this.isDebug = isDebug;
    }

    /** The command line cannot be understood. */
    int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
        console.complain(lower(message) + possible(e, command) + "; " + help);
        return ExitCode.USAGE;
    }

    private static String possible(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                return "; did you mean " + String.join(" or ", near) + "?";
            }
            if (unmatched.isUnknownOption()) {
                return "; options: " + String.join(", ", new TreeSet<>(longNames(command)));
            }
        }
        boolean isCommandMissing =
                !(command.getCommand() instanceof Callable) || e instanceof UnmatchedArgumentException;
        List<String> commands = isCommandMissing ? commands(command) : List.of();
        return commands.isEmpty() ? "" : "; commands: " + String.join(", ", commands);
    }

    private static List<String> commands(CommandLine command) {
        return command.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
    }

    private static List<String> longNames(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    private static String lower(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** Runs a command. */
    int watch(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            return execution(e);
        }
    }

    /** A command failed: what was typed or what it names is at fault, else the program. */
    int execution(Exception e) {
        if (isUsersFault(e)) {
            console.complain(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        }
        if (e instanceof IOException) {
            console.complain("cannot write standard output: " + e.getMessage());
            return ExitCode.USAGE;
        }
        return program(e);
    }

    private static boolean isUsersFault(Exception e) {
        return e instanceof UsageException
                || e instanceof RuleException
                || e instanceof SourceException
                || e instanceof SettingsException;
    }

    /** The program is at fault. */
    int program(Throwable e) {
        if (isDebug) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(console::complain);
        }
        if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) {
            console.complain("out of memory: give Java more with -Xmx, such as java -Xmx2g -jar iisaudit.jar");
        } else {
            String hint = isDebug ? "" : "; " + CommonOptions.DEBUG + " shows where";
            console.complain("internal error, please report it: " + e + hint);
        }
        return ExitCode.FAULT;
    }
}
