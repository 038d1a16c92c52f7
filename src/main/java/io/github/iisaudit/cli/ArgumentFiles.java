package io.github.iisaudit.cli;

import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that stand for arguments, {@code @FILE}: each line but an empty one is one argument, as it stands there. A line that
 * begins with {@code @} is one, too: whoever lists files does not choose their names.
 */
final class ArgumentFiles {

    private ArgumentFiles() {}

    /** A command line with what its files hold in their places; {@code @@} begins an argument with one of them. */
    static String[] expanded(String[] typed) throws UsageException {
        boolean isPlain = true;
        for (String arg : typed) {
            isPlain &= !arg.startsWith("@");
        }
        if (isPlain) {
            return typed;
        }
        List<String> args = new ArrayList<>();
        for (String arg : typed) {
            if (arg.startsWith("@@")) {
                args.add(arg.substring(1));
            } else if (isFile(arg)) {
                args.addAll(lines(arg));
            } else {
                args.add(arg);
            }
        }
        return args.toArray(new String[0]);
    }

    private static boolean isFile(String arg) {
        try {
            return arg.startsWith("@") && arg.length() > 1 && !Files.isDirectory(file(arg)) && Files.exists(file(arg));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path file(String arg) {
        return Path.of(arg.substring(1));
    }

    private static List<String> lines(String arg) throws UsageException {
        try {
            String text = new String(NamedFile.bytes(file(arg)), StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "")
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UsageException("cannot read " + Destination.shown(file(arg)) + ": " + NamedFile.reason(e));
        }
    }
}
