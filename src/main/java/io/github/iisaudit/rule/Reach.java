package io.github.iisaudit.rule;

import java.util.List;

/**
 * Where something holds.
 *
 * @param server the name of the server
 * @param paths the configuration paths, in the order in which they were visited
 */
record Reach(String server, List<String> paths) {

    /** What is said of the first path. */
    String first(Wording wording) {
        return wording.text(server, paths.isEmpty() ? "" : paths.get(0));
    }
}
