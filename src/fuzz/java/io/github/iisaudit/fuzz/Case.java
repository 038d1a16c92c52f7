package io.github.iisaudit.fuzz;

import java.util.List;
import java.util.Map;

/**
 * One input: what lies in a folder, and what is asked about it.
 *
 * @param environment of all commands
 * @param calls the command lines; {@link #IN} and {@link #OUT} stand for the folder and for one of outputs
 * @param isSecretKept whether each planted secret stands where it must not be shown
 * @param twin the same files with other comments and white space between the tags, or none
 */
record Case(
        Content content,
        Map<String, String> environment,
        List<List<String>> calls,
        boolean isSecretKept,
        Map<String, byte[]> twin) {

    static final String IN = "@IN@";
    static final String OUT = "@OUT@";

    /** The same with something else in the folder, and without a twin. */
    Case with(Content other) {
        return new Case(other, environment, calls, isSecretKept, Map.of());
    }

    /** The same with this command line only. */
    Case with(List<String> call) {
        return new Case(content, environment, List.of(call), isSecretKept, twin);
    }
}
