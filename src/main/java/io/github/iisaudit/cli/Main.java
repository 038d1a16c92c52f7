package io.github.iisaudit.cli;

import io.github.iisaudit.config.Schema;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The program {@code iisaudit}. */
public final class Main {

    /** In the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "scan",
            "effective",
            "what-if",
            "fix",
            "history",
            "confirm",
            "kerberos",
            "transform",
            "explain",
            "rules",
            "config",
            "collect",
            "completion",
            "man",
            "docs");

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        new ReadAhead().start();
        Interruption interruption = Interruption.listen();
        OutputStream out = interruption.watched(new FileOutputStream(FileDescriptor.out));
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        int exit = ExitCode.FAULT;
        try {
            exit = run(args, new Console(System.in, out, err, System.getenv(), interruption, List.of()));
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(ExitCode.FAULT); // with 1, Java's own choice, there would be findings
        } finally {
            interruption.over();
        }
        System.exit(exit);
    }

    /**
     * Runs the program within this process.
     *
     * @return the exit code: 0 clean, 1 findings, 2 usage, 3 not fully audited, 4 a fault of the program
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, new Console(in, out, err, Map.of()));
    }

    /** {@code help COMMAND} and {@code version} stand for the options, as people type either. */
    private static String[] asOptions(String[] typed) {
        if (typed.length > 0 && typed[0].equals("help")) {
            boolean isCommand = typed.length < 2 || COMMANDS.contains(typed[1]);
            String[] args = Arrays.copyOfRange(typed, 1, typed.length + (isCommand ? 1 : 0));
            if (isCommand) {
                args[typed.length - 1] = "--help";
            }
            return args;
        }
        return typed.length == 1 && typed[0].equals("version") ? new String[] {"--version"} : typed;
    }

    static int run(String[] typed, Console streams) {
        Faults faults = new Faults(streams, Arrays.asList(typed).contains(CommonOptions.DEBUG));
        try {
            ArgumentFiles files = new ArgumentFiles();
            String[] args = asOptions(files.expanded(typed));
            Console console = streams.reading(files.read());
            Optional<Callable<Integer>> plain = PlainOptions.command(args, console);
            if (plain.isPresent()) {
                return faults.watch(plain.get());
            }
            return commands(console, args)
                    .setParameterExceptionHandler((e, arguments) -> faults.usage(e))
                    .setExecutionExceptionHandler((e, command, result) -> faults.execution(e))
                    .execute(args);
        } catch (UsageException e) {
            return faults.execution(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return faults.program(e);
        }
    }

    /** All commands, for what tells of them. */
    static CommandSpec commands(Console console) {
        return commands(console, new String[0]).getCommandSpec();
    }

    /** A command that is named alone spares picocli the others, a tenth of a second. */
    private static CommandLine commands(Console console, String[] args) {
        boolean isNamed = args.length > 0 && COMMANDS.contains(args[0]);
        CommandLine root = new CommandLine(new RootCommand());
        for (String name : isNamed ? List.of(args[0]) : COMMANDS) {
            root.addSubcommand(command(name, console));
        }
        CommandSpec spec = root.getCommandSpec();
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        root.setExpandAtFiles(false); // which ArgumentFiles does
        return root.setOut(Console.utf8(console.out())).setErr(Console.utf8(console.err()));
    }

    private static Object command(String name, Console console) {
        return switch (name) {
            case "scan" -> new ScanCommand(console);
            case "effective" -> new EffectiveCommand(console);
            case "what-if" -> new WhatIfCommand(console);
            case "fix" -> new FixCommand(console);
            case "history" -> new HistoryCommand(console);
            case "confirm" -> new ConfirmCommand(console);
            case "kerberos" -> new KerberosCommand(console);
            case "transform" -> new TransformCommand(console);
            case "explain" -> new ExplainCommand(console);
            case "rules" -> rules(console);
            case "config" -> new ConfigCommand(console);
            case "collect" -> new CollectCommand(console);
            case "completion" -> new CompletionCommand(console);
            case "man" -> new ManCommand(console);
            case "docs" -> new DocsCommand(console);
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private static CommandLine rules(Console console) {
        return new CommandLine(new RulesCommand(console))
                .addSubcommand(new RulesTestCommand(console))
                .addSubcommand(new RulesDocsCommand(console));
    }

    /** Gets ready what most commands need while the command line, the settings and the rules are read. */
    static final class ReadAhead extends Thread {

        ReadAhead() {
            super("ahead");
            setDaemon(true);
        }

        @Override
        public void run() {
            Schema.builtIn();
        }
    }
}
