package io.github.iisaudit.rule;

import io.github.iisaudit.config.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something holds.
 *
 * @param whose the server
 * @param paths the configuration paths, in the order in which they were visited
 * @param owner the product that owns the configuration of all of them; null where none does
 */
record Reach(Whose whose, List<String> paths, @Nullable Product owner) {

    /** Paths that no product owns. */
    Reach(Whose whose, List<String> paths) {
        this(whose, paths, null);
    }

    /** What is said of the first path. */
    String first(Wording wording) {
        return wording.text(whose, paths.isEmpty() ? "" : paths.get(0));
    }
}
