package io.github.iisaudit.source;

import java.util.List;
import java.util.function.Supplier;

/**
 * What lies under the paths that a user named.
 *
 * @param sources the servers, in the order of the paths and, under one path, in order of their relative paths; no two
 *     of one name
 * @param nothingFound one sentence for each path, or part of one, under which nothing could be found to audit: what was
 *     looked for, or which folder could not be looked into
 * @param skipped finds out what was passed by in the repositories among them: a path and the reason, for each; asking
 *     takes time
 */
public record Opened(List<ConfigSource> sources, List<String> nothingFound, Supplier<List<String>> skipped) {

    /** Copies the lists. */
    public Opened {
        sources = List.copyOf(sources);
        nothingFound = List.copyOf(nothingFound);
    }

    /** Where nothing was passed by. */
    Opened(List<ConfigSource> sources, List<String> nothingFound) {
        this(sources, nothingFound, List::of);
    }
}
