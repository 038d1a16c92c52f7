package io.github.iisaudit.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What is done without picocli: {@code scan} and {@code effective} in a {@linkplain PlainLine plain line}, and {@code rules} and
 * {@code --version} alone. The annotations of picocli are what an option is; the build makes {@code ScanCommandOptions} and
 * {@code EffectiveCommandOptions} from them.
 */
final class PlainOptions {

    private PlainOptions() {}

    /** The command of a plain line with its arguments; empty where picocli has to look at the line. */
    static Optional<Callable<Integer>> command(String[] args, Console console) {
        String name = args.length == 0 ? "" : args[0];
        if (args.length == 1 && (name.equals("--version") || name.equals("-V"))) {
            return Optional.of(() -> version(console));
        }
        if (args.length == 1 && name.equals("rules")) {
            return Optional.of(new RulesCommand(console));
        }
        if (name.equals("scan")) {
            ScanCommand scan = new ScanCommand(console);
            boolean isBound = PlainLine.bind(args, new ScanCommandOptions(scan), scan.source.paths);
            return isBound ? Optional.of(scan) : Optional.empty();
        }
        if (name.equals("effective")) {
            EffectiveCommand effective = new EffectiveCommand(console);
            boolean isBound = PlainLine.bind(args, new EffectiveCommandOptions(effective), effective.source.paths);
            return isBound ? Optional.of(effective) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int version(Console console) throws IOException {
        console.print(out -> out.write(Version.line() + "\n"));
        return ExitCode.CLEAN;
    }
}
