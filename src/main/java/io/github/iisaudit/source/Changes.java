package io.github.iisaudit.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a deployment does to a configuration file before a server reads it, in this order.
 *
 * @param transforms the transforms (XDT) that are applied to it, one after the other
 * @param parameters the parameters that are written into it
 * @param variables what placeholders stand for, by their names, which are compared ignoring case
 */
public record Changes(List<ConfigFile> transforms, Parameters parameters, Map<String, String> variables) {

    /** The file is read as it was written. */
    public static final Changes NONE = new Changes(List.of(), Parameters.NONE, Map.of());

    /** Copies what it gets. */
    public Changes {
        transforms = List.copyOf(transforms);
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(variables);
        variables = copy;
    }

    /** Whether the file is read as it was written. */
    public boolean areNone() {
        return this == NONE || (areOfVariables() && variables.isEmpty());
    }

    /** Whether only placeholders are replaced. */
    public boolean areOfVariables() {
        return transforms.isEmpty() && parameters.declarations().isEmpty();
    }

    /** The same with further variables; those that there are stay. */
    public Changes with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(others);
        all.putAll(variables);
        return new Changes(transforms, parameters, all);
    }
}
