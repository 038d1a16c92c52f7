package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the files read so far say at one path: a state a section, or one error for all. Paths at which nothing is written share the
 * object of their parent. Immutable to its users.
 *
 * @param server the states at the server level, by section path; sections that nobody declares or writes are not in it
 * @param below those that are others at the path
 * @param troubled the paths of the sections with an error or an unknown, in order
 * @param error what makes every section unreadable here, or null
 * @param unknown why nothing can be known here, or null
 * @param uncollected the lowest file on the way here that was not collected, or null
 */
record PathState(
        Map<String, SectionState> server,
        Map<String, SectionState> below,
        Set<String> troubled,
        @Nullable ConfigError error,
        @Nullable String unknown,
        @Nullable UncollectedFile uncollected) {

    /** More are laid in with the others. */
    private static final int FEW = 16;

    /** What holds before anything was declared. */
    static final PathState NOTHING = declared(Map.of(), null);

    /** What holds before anything was written. */
    static PathState declared(Map<String, SectionState> sections, @Nullable ConfigError error) {
        return new PathState(sections, Map.of(), Set.of(), error, null, null);
    }

    /** The same with other states of some sections; trouble stays on the way down. */
    PathState with(Map<String, SectionState> others) {
        if (others.isEmpty()) {
            return this;
        }
        if (below.size() + others.size() > FEW) {
            Map<String, SectionState> all = new HashMap<>(server);
            all.putAll(below);
            all.putAll(others);
            return new PathState(all, Map.of(), troubledWith(others), error, unknown, uncollected);
        }
        Map<String, SectionState> changed = new HashMap<>(below);
        changed.putAll(others);
        return new PathState(server, changed, troubledWith(others), error, unknown, uncollected);
    }

    /** The state of a section; null where nobody declares or writes it. */
    @Nullable
    SectionState section(String name) {
        SectionState changed = below.get(name);
        return changed == null ? server.get(name) : changed;
    }

    /** Whether nothing can be read of any section, so that their own states do not count. */
    boolean isBroken() {
        return error != null || unknown != null;
    }

    private Set<String> troubledWith(Map<String, SectionState> others) {
        Set<String> all = null;
        for (Map.Entry<String, SectionState> other : others.entrySet()) {
            if (other.getValue().isTroubled() && !troubled.contains(other.getKey())) {
                all = all == null ? new TreeSet<>(troubled) : all;
                all.add(other.getKey());
            }
        }
        return all == null ? troubled : all;
    }

    /** An error of a whole file stays on the way down; the first one counts. */
    PathState failing(ConfigError found) {
        return error == null ? new PathState(server, below, troubled, found, unknown, uncollected) : this;
    }

    PathState unknown(String reason) {
        return new PathState(server, below, troubled, error, reason, uncollected);
    }

    /** The same below a file that was not collected. */
    PathState below(UncollectedFile file) {
        return new PathState(server, below, troubled, error, unknown, file);
    }

    /** The files that were not collected and could have changed a section, the uppermost first. */
    List<Missing> missing(String section) {
        return uncollected == null ? List.of() : uncollected.changing(section);
    }
}
