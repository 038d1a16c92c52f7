package io.github.iisaudit.cli;

import io.github.iisaudit.rule.RuleException;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

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
        String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
        String message = new Misuse(e).message();
        console.complain(message + (message.endsWith("?") ? " " : "; ") + help);
        return ExitCode.USAGE;
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
        if (e instanceof IOException failure) {
            console.complain("cannot write standard output: " + Destination.reason(failure));
            return ExitCode.USAGE;
        }
        return program(e);
    }

    private static boolean isUsersFault(Exception e) {
        return e instanceof UsageException
                || e instanceof UnwrittenException
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
            console.complain(
                    "out of memory: give Java more, with IISAUDIT_OPTS=-Xmx2g or java -Xmx2g -jar iisaudit.jar");
        } else {
            String hint = isDebug ? "" : "; " + CommonOptions.DEBUG + " shows where";
            console.complain("internal error, please report it: " + e + hint);
        }
        return ExitCode.FAULT;
    }
}
