package io.github.iisaudit.cli;

import java.nio.file.InvalidPathException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * A command line that is bound without picocli, whose model of a command takes longer to build than a file to audit. It has paths
 * and options that {@linkplain PlainOptions are known} here too, each with a value that is one beyond doubt. All others are
 * picocli's: those for help, those with a mistake, those with an option that is not known here. What both can bind they bind to the
 * same.
 */
final class PlainLine {

    /** What knows options. */
    interface Options {

        /**
         * Binds an option with what the line has for it.
         *
         * @return whether the option is known
         */
        boolean take(String option, PlainLine line);
    }

    /** Something that picocli has to look at. */
    private static final class NotPlainException extends RuntimeException {
        NotPlainException() {
            super("not plain", null, false, false);
        }
    }

    private final String[] args;
    private final Set<String> once = new HashSet<>();
    private int next;
    private String option = "";
    private @Nullable String attached;

    private PlainLine(String[] args) {
        this.args = args;
    }

    /**
     * Binds what follows the command's name.
     *
     * @param paths where paths are added
     * @return whether all was bound; if not, what was bound is not to be used
     */
    static boolean bind(String[] args, Options options, List<String> paths) {
        PlainLine line = new PlainLine(args);
        try {
            for (line.next = 1; line.next < args.length; ) {
                line.argument(options, paths);
            }
            return true;
        } catch (NotPlainException | TypeConversionException | InvalidPathException e) {
            return false;
        }
    }

    private void argument(Options options, List<String> paths) {
        String argument = args[next++];
        if (argument.equals("-") || !isSpecial(argument)) {
            paths.add(argument);
            return;
        }
        int equals = argument.indexOf('=');
        option = equals < 0 ? argument : argument.substring(0, equals);
        attached = equals < 0 ? null : argument.substring(equals + 1);
        if (!argument.startsWith("--") || !options.take(option, this)) {
            throw new NotPlainException();
        }
    }

    /** Empty, an option, or a file of arguments. */
    private static boolean isSpecial(String argument) {
        return argument.isEmpty() || argument.charAt(0) == '-' || argument.charAt(0) == '@';
    }

    /** True: the option is there. */
    boolean flag() {
        plain(attached == null);
        plain(once.add(option));
        return true;
    }

    /** The value of an option that may be given once. */
    String value() {
        plain(once.add(option));
        return each();
    }

    /** The value of an option that may be given several times. */
    String each() {
        String value = attached;
        if (value == null) {
            plain(next < args.length);
            value = args[next++];
        }
        plain(!isSpecial(value));
        return value;
    }

    /** The name and the value in an option such as {@code --env NAME=VALUE}. */
    String[] pair() {
        String pair = each();
        int equals = pair.indexOf('=');
        plain(equals > 0 && equals < pair.length() - 1);
        return new String[] {pair.substring(0, equals), pair.substring(equals + 1)};
    }

    /** The value of an option that is a number. */
    int number() {
        String digits = value();
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            plain(c >= (i == 0 ? '1' : '0') && c <= '9' && i < 6);
            number = 10 * number + c - '0';
        }
        return number;
    }

    private static void plain(boolean isPlain) {
        if (!isPlain) {
            throw new NotPlainException();
        }
    }
}
