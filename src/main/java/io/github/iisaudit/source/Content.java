package io.github.iisaudit.source;

import java.util.List;
import java.util.Optional;

/**
 * The folders that a server serves, as far as they were collected. Each method means what it means in {@link
 * ConfigSource}.
 */
interface Content {

    Lookup file(String folder, String name);

    default Optional<String> shown(String folder, String name) {
        return Optional.empty();
    }

    boolean isCollected(String folder);

    List<String> foldersWithWebConfig(String folder);

    /** The folders that could not be walked so far, in order of their paths. */
    List<Lookup.Unavailable> unreadable();

    default List<String> transforms() {
        return List.of();
    }

    /** The files of other kinds that were met so far, in order of their paths. */
    default List<OtherFile> others() {
        return List.of();
    }

    default void forget() {}
}
