package io.github.iisaudit.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which paths of a server are visited: all, or those at or below some of its levels, together with what these inherit. At a path
 * that is visited, all is as it is when the whole server is. Safe for use by several threads.
 */
public final class Part {

    /** All of a server. */
    public static final Part WHOLE = new Part(true);

    private final boolean isWhole;
    private final Set<String> tops = new HashSet<>();
    private final Set<String> around = new HashSet<>();

    private Part(boolean isWhole) {
        this.isWhole = isWhole;
    }

    /** Chooses a part when it is known where web.config files may lie, before any of them is read. */
    @FunctionalInterface
    public interface Choice {

        /**
         * The part.
         *
         * @param host the text of applicationHost.config; empty where it could not be read
         */
        Part of(String host, List<Level> levels);
    }

    /** What lies at or below some paths. */
    public static Part below(Collection<String> paths) {
        Part part = new Part(false);
        for (String path : paths) {
            String key = ConfigPath.key(path);
            part.tops.add(key);
            part.readAround(key);
        }
        return part;
    }

    /** The same, for which the file at another path, and what that inherits, is read too. */
    public Part reading(Collection<String> paths) {
        Part part = new Part(isWhole);
        part.tops.addAll(tops);
        part.around.addAll(around);
        paths.forEach(path -> part.readAround(ConfigPath.key(path)));
        return part;
    }

    private void readAround(String key) {
        for (String at = key; !at.isEmpty(); at = ConfigPath.parent(at)) {
            around.add(at);
        }
    }

    /** Whether it is all of the server. */
    public boolean isWhole() {
        return isWhole;
    }

    /** Whether a path is visited, ignoring case. */
    public boolean contains(String path) {
        for (String at = ConfigPath.key(path); !isWhole && !tops.contains(at); at = ConfigPath.parent(at)) {
            if (at.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the file at a path is read, as a path that is visited is there or below. */
    public boolean reads(String path) {
        return contains(path) || around.contains(ConfigPath.key(path));
    }

    /** Those whose files are read, in a list that may be changed. */
    List<Level> read(List<Level> levels) {
        List<Level> read = new ArrayList<>(levels.size());
        for (Level level : levels) {
            if (reads(level.path())) {
                read.add(level);
            }
        }
        return read;
    }
}
