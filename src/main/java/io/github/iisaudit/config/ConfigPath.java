package io.github.iisaudit.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Configuration paths: {@code Site/app/folder/file}, the empty text for the server level. They are compared segment by segment
 * and ignoring case, as schema keys are (their {@code caseSensitive} defaults to false).
 */
final class ConfigPath {

    /** Parents before children, siblings in order ignoring case; children follow their parent at once. */
    static final Comparator<String> ORDER = (a, b) -> {
        int byKey = key(a).replace('/', '\0').compareTo(key(b).replace('/', '\0'));
        return byKey == 0 ? a.compareTo(b) : byKey;
    };

    private ConfigPath() {}

    /** What two spellings of one path share. */
    static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** The path below {@code level} that {@code relative} names. */
    static String join(String level, String relative) {
        if (level.isEmpty() || relative.isEmpty()) {
            return level + relative;
        }
        return level + "/" + relative;
    }

    /** The path without its last segment; empty for a site. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The site's name: what stands before the first slash (site names cannot contain one). */
    static String site(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** How many segments; none for the server level. */
    static int depth(String path) {
        return path.isEmpty() ? 0 : 1 + (int) path.chars().filter(c -> c == '/').count();
    }

    /** Whether {@code path} is {@code ancestor} or lies below it. */
    static boolean isAtOrBelow(String path, String ancestor) {
        String p = key(path);
        String a = key(ancestor);
        return a.isEmpty() || p.equals(a) || p.startsWith(a + "/");
    }

    /** What remains of {@code path} below {@code ancestor}, which it is at or below; without a leading slash. */
    static String below(String path, String ancestor) {
        return Arrays.stream(path.split("/")).skip(depth(ancestor)).collect(Collectors.joining("/"));
    }

    /** The path without empty segments: no outer slashes and no double ones. */
    static String normal(String path) {
        return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).collect(Collectors.joining("/"));
    }
}
