package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the files read so far say at one path: a state a section, or one error for all. Paths at which nothing is written share the
 * object of their parent. Immutable to its users.
 *
 * @param sections by section path; sections that nobody declares or writes are not in it
 * @param error what makes every section unreadable here, or null
 * @param unknown why nothing can be known here, or null
 */
record PathState(
        Map<String, SectionState> sections,
        @Nullable ConfigError error,
        @Nullable String unknown) {

    /** The same with other states of some sections. */
    PathState with(Map<String, SectionState> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, SectionState> all = new HashMap<>(sections);
        all.putAll(others);
        return new PathState(all, error, unknown);
    }

    /** An error of a whole file stays on the way down; the first one counts. */
    PathState failing(ConfigError found) {
        return error == null ? new PathState(sections, found, unknown) : this;
    }

    PathState unknown(String reason) {
        return new PathState(sections, error, reason);
    }
}
