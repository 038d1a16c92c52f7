package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.LocatedElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file on the way from the server to a path: what it says for which paths, or why it cannot be read.
 *
 * @param level the configuration path that the file lies at; {@code ""} for applicationHost.config
 * @param depth how many segments {@code level} has: the file with the smaller depth is the upper one
 * @param folder the physical folder that it lies in; empty for applicationHost.config
 * @param isAssumed whether the server is only assumed to be a stock one
 * @param declarations what the file and those above it declare
 * @param blocks by the key of their target
 * @param repeated the second of two elements for one section and one path, by section and target key
 * @param error what makes the whole file unreadable, or null
 */
record Layer(
        String level,
        int depth,
        String folder,
        boolean isAssumed,
        @Nullable Declarations declarations,
        Map<String, List<Block>> blocks,
        Map<String, LocatedElement> repeated,
        @Nullable ConfigError error) {

    /** A file that cannot be read. */
    static Layer broken(String level, ConfigError error) {
        return new Layer(level, ConfigPath.depth(level), "", false, null, new HashMap<>(), new HashMap<>(), error);
    }

    boolean isHost() {
        return depth == 0;
    }

    List<Block> at(String target) {
        return blocks.getOrDefault(ConfigPath.key(target), List.of());
    }

    /** The second element for a section and a path that this file already speaks of: illegal; null where there is none. */
    @Nullable
    LocatedElement repeated(String section, String target) {
        return repeated.isEmpty() ? null : repeated.get(key(section, target));
    }

    static String key(String section, String target) {
        return section + "\n" + ConfigPath.key(target);
    }
}
