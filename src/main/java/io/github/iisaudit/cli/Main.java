package io.github.iisaudit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program {@code iisaudit}. */
public final class Main {

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(args, new Console(System.in, out, err, System.getenv())));
    }

    /**
     * Runs the program within this process.
     *
     * @return the exit code: 0 clean, 1 findings, 2 usage, 3 not fully audited, 4 a fault of the program
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, new Console(in, out, err, Map.of()));
    }

    static int run(String[] args, Console console) {
        Faults faults = new Faults(console, Arrays.asList(args).contains(CommonOptions.DEBUG));
        try {
            return commands(console)
                    .setParameterExceptionHandler((e, arguments) -> faults.usage(e))
                    .setExecutionExceptionHandler((e, command, result) -> faults.execution(e))
                    .execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return faults.program(e);
        }
    }

    private static CommandLine commands(Console console) {
        CommandLine root = new CommandLine(new RootCommand())
                .addSubcommand(new ScanCommand(console))
                .addSubcommand(new EffectiveCommand(console))
                .addSubcommand(new WhatIfCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(rules(console));
        CommandSpec spec = root.getCommandSpec();
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        return root.setOut(Console.utf8(console.out())).setErr(Console.utf8(console.err()));
    }

    private static CommandLine rules(Console console) {
        return new CommandLine(new RulesCommand(console))
                .addSubcommand(new RulesTestCommand(console))
                .addSubcommand(new RulesDocsCommand(console));
    }
}
