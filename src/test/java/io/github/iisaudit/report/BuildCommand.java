package io.github.iisaudit.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a build's log as the build service reads it.
 *
 * @param name {@code error}, {@code task.logissue}
 */
record BuildCommand(String name, Map<String, String> properties, String data) {

    /**
     * What GitHub's runner makes of a line: a command of the second version at its beginning, else one of the first anywhere
     * (src/Runner.Common/ActionCommand.cs of actions/runner).
     */
    static Optional<BuildCommand> github(String line, Set<String> known) {
        Optional<BuildCommand> command = githubV2(line.stripLeading());
        if (command.isEmpty() || !known.contains(command.get().name())) {
            command = bracketed(line, "##[", false);
        }
        return command.filter(c -> known.contains(c.name()));
    }

    private static Optional<BuildCommand> githubV2(String line) {
        int end = line.startsWith("::") ? line.indexOf("::", 2) : -1;
        if (end < 0) {
            return Optional.empty();
        }
        String head = line.substring(2, end);
        int space = head.indexOf(' ');
        Map<String, String> properties = new LinkedHashMap<>();
        if (space > 0) {
            for (String property : head.substring(space + 1).strip().split(",")) {
                String[] pair = property.split("=", 2);
                properties.put(
                        pair[0], unescape(pair[1], "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%"));
            }
        }
        String data = unescape(line.substring(end + 2), "%0D", "\r", "%0A", "\n", "%25", "%");
        return Optional.of(new BuildCommand(space < 0 ? head : head.substring(0, space), properties, data));
    }

    /** What Azure's agent makes of a line (src/Microsoft.VisualStudio.Services.Agent/Command.cs of azure-pipelines-agent). */
    static Optional<BuildCommand> azure(String line) {
        return bracketed(line, "##vso[", true).filter(c -> c.name().matches("[^.]+\\.[^.]+"));
    }

    private static Optional<BuildCommand> bracketed(String line, String prefix, boolean isAzure) {
        int start = line.indexOf(prefix);
        int end = start < 0 ? -1 : line.indexOf(']', start);
        if (end < 0) {
            return Optional.empty();
        }
        String head = line.substring(start + prefix.length(), end);
        int space = head.indexOf(' ');
        String[] escapes = isAzure
                ? new String[] {"%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%AZP25", "%"}
                : new String[] {"%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%"};
        Map<String, String> properties = new LinkedHashMap<>();
        if (space > 0) {
            for (String property : head.substring(space + 1).split(";")) {
                String[] pair = property.split("=", 2);
                if (pair.length == 2) {
                    properties.put(pair[0].toLowerCase(Locale.ROOT), unescape(pair[1], escapes));
                }
            }
        }
        String name = space < 0 ? head : head.substring(0, space);
        return Optional.of(new BuildCommand(name, properties, unescape(line.substring(end + 1), escapes)));
    }

    private static String unescape(String text, String... pairs) {
        String unescaped = text;
        for (int i = 0; i < pairs.length; i += 2) {
            unescaped = unescaped.replace(pairs[i], pairs[i + 1]);
        }
        return unescaped;
    }
}
