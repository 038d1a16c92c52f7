package io.github.iisaudit.spark;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for.
 *
 * @param input the folder of servers, without a slash at its end
 * @param output the folder to make
 * @param rules folders of rule files, on the machine of the driver
 */
record JobArguments(String input, String output, List<String> rules) {

    private static final String USAGE = "usage: FleetJob INPUT OUTPUT [--rules DIR]...";
    private static final String RULES = "--rules";

    static JobArguments of(String... typed) throws JobException {
        List<String> paths = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < typed.length; i++) {
            if (typed[i].equals(RULES) && i + 1 < typed.length) {
                rules.add(typed[++i]);
            } else if (typed[i].startsWith(RULES + "=")) {
                rules.add(typed[i].substring(RULES.length() + 1));
            } else if (typed[i].startsWith("-")) {
                throw JobException.ofUsage("unknown option, or one without a value: " + typed[i] + " (" + USAGE + ")");
            } else {
                paths.add(typed[i]);
            }
        }
        if (paths.size() != 2) {
            throw JobException.ofUsage(paths.size() + " paths were given (" + USAGE + ")");
        }
        return new JobArguments(withoutSlashAtEnd(paths.get(0)), withoutSlashAtEnd(paths.get(1)), rules);
    }

    private static String withoutSlashAtEnd(String path) throws JobException {
        String text = path;
        while (text.length() > 1 && text.endsWith("/") && !text.endsWith("://")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isBlank()) {
            throw JobException.ofUsage("a path is empty (" + USAGE + ")");
        }
        return text;
    }
}
