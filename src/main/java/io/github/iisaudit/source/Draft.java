package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A server that has no name yet.
 *
 * @param names the names that it may have, the best first
 * @param named makes the source
 */
record Draft(List<String> names, Function<String, ConfigSource> named) {

    /** Names servers so that no two have the same name. */
    static List<ConfigSource> named(List<Draft> drafts) {
        List<List<String>> wanted = new ArrayList<>();
        for (Draft draft : drafts) {
            wanted.add(draft.names);
        }
        List<String> names = UniqueNames.choose(wanted);
        List<ConfigSource> sources = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            sources.add(drafts.get(i).named.apply(names.get(i)));
        }
        return sources;
    }
}
