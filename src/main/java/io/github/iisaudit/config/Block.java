package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedElement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one file says for one path: the content of a location tag, or what stands outside of them.
 *
 * @param target the absolute configuration path
 * @param location the location tag, or null for content outside
 * @param mode whether lower files may write the sections named here
 * @param reachesChildApplications false where inheritInChildApplications="false" keeps it to the application that owns the target
 * @param sections the section elements by section path, in document order
 * @param pathDoubt why it is not known which path IIS reads it for, or null
 * @param modeDoubt why it is not known whether it locks, or null
 */
record Block(
        String target,
        @Nullable LocatedElement location,
        OverrideMode mode,
        boolean reachesChildApplications,
        Map<String, LocatedElement> sections,
        @Nullable String pathDoubt,
        @Nullable String modeDoubt) {

    /** Sections that speak of the whole server: they say nothing of what lies below. */
    static final String SERVER_ONLY = "system.applicationHost/";

    /** Content outside location tags. */
    static Block plain(String level, Map<String, LocatedElement> sections) {
        return new Block(level, null, OverrideMode.INHERIT, true, sections, null, null);
    }

    static Block of(LocationTag tag, LocatedElement location, Map<String, LocatedElement> sections) {
        return new Block(
                tag.target(),
                location,
                tag.mode(),
                tag.reachesChildApplications(),
                sections,
                tag.pathDoubt(),
                tag.modeDoubt());
    }

    /** Whether it says nothing of what lies below. */
    boolean isServerOnly() {
        return !sections.isEmpty() && sections.keySet().iterator().next().startsWith(SERVER_ONLY);
    }

    /** The same content without the sections of the whole server, or with these alone. */
    Block part(boolean isServerOnly) {
        Map<String, LocatedElement> some = new LinkedHashMap<>();
        sections.forEach((name, element) -> {
            if (name.startsWith(SERVER_ONLY) == isServerOnly) {
                some.put(name, element);
            }
        });
        return new Block(target, location, mode, reachesChildApplications, some, pathDoubt, modeDoubt);
    }

    /** The same content, with a reason why it is not known whom it reaches. */
    Block doubting(String reason) {
        return new Block(target, location, mode, reachesChildApplications, sections, reason, modeDoubt);
    }
}
