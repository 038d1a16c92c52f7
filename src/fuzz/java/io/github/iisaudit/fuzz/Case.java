package io.github.iisaudit.fuzz;

import java.util.List;
import java.util.Map;

/**
 * One input: what lies in a folder, and what is asked about it.
 *
 * @param files the content by path, within the folder
 * @param gitConfig what the configuration of a real git repository says there; empty where the folder is none
 * @param environment of all commands
 * @param calls the command lines; {@link #IN} and {@link #OUT} stand for the folder and for one of outputs
 * @param isSecretKept whether each planted secret stands where it must not be shown
 * @param twin the same files with other comments and white space between the tags, or none
 */
record Case(
        Map<String, byte[]> files,
        String gitConfig,
        Map<String, String> environment,
        List<List<String>> calls,
        boolean isSecretKept,
        Map<String, byte[]> twin) {

    static final String IN = "@IN@";
    static final String OUT = "@OUT@";

    /** The same with other files, and without a twin. */
    Case withFiles(Map<String, byte[]> others) {
        return new Case(others, gitConfig, environment, calls, isSecretKept, Map.of());
    }

    /** The same with these command lines only. */
    Case withCalls(List<List<String>> others) {
        return new Case(files, gitConfig, environment, others, isSecretKept, twin);
    }
}
