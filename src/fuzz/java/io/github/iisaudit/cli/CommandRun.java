package io.github.iisaudit.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** One command line run within this process, with an environment of its own. */
public final class CommandRun {

    private CommandRun() {}

    /** Runs the program, whatever it throws, and returns its exit code. */
    public static int exit(
            List<String> args, Map<String, String> environment, InputStream in, OutputStream out, OutputStream err) {
        return Main.run(args.toArray(String[]::new), new Console(in, out, err, environment));
    }
}
