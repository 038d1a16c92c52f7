package io.github.iisaudit.source;

import java.util.List;
import java.util.Map;

/**
 * The parameters of a Web Deploy package, as far as they are known without a look into the files.
 *
 * @param declarations the files that declare them: {@code parameters.xml}
 * @param settings the files that give them values: {@code NAME.SetParameters.xml}; a later one counts before an earlier one
 * @param typed the values that were typed; they count before those of files
 */
public record Parameters(List<ConfigFile> declarations, List<ConfigFile> settings, Map<String, String> typed) {

    /** None at all. */
    public static final Parameters NONE = new Parameters(List.of(), List.of(), Map.of());
}
