package io.github.iisaudit.config;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Configuration paths: {@code Site/app/folder/file}, the empty text for the server level. They are compared segment by segment
 * and ignoring case, as schema keys are (their {@code caseSensitive} defaults to false).
 */
public final class ConfigPath {

    /** Parents before children, siblings in order ignoring case; children follow their parent at once. */
    static final Comparator<String> ORDER = ConfigPath::compare;

    private static final int ASCII = 128;

    private static final int LONGEST_KNOWN = 256;

    /** The keys that were lately asked for, each where the hash of its path says: the same paths are asked for again and again. */
    private static final @Nullable Spelling[] KNOWN = new Spelling[1024];

    private record Spelling(String path, String key) {}

    private ConfigPath() {}

    /** What two spellings of one path share. */
    static String key(String path) {
        int hash = path.hashCode();
        int slot = (hash ^ hash >>> 16) & (KNOWN.length - 1);
        Spelling known = KNOWN[slot];
        if (known != null && known.path.equals(path)) {
            return known.key;
        }
        String key = path.toLowerCase(Locale.ROOT);
        if (path.length() <= LONGEST_KNOWN) {
            KNOWN[slot] = new Spelling(path, key);
        }
        return key;
    }

    private static int compare(String a, String b) {
        int both = Math.min(a.length(), b.length());
        for (int i = 0; i < both; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c >= ASCII || d >= ASCII) {
                return compareKeys(a, b);
            } else if (rank(c) != rank(d)) {
                return rank(c) - rank(d);
            }
        }
        return a.length() == b.length() ? a.compareTo(b) : a.length() - b.length();
    }

    private static int compareKeys(String a, String b) {
        int byKey = key(a).replace('/', '\0').compareTo(key(b).replace('/', '\0'));
        return byKey == 0 ? a.compareTo(b) : byKey;
    }

    /** Of an ASCII character: case does not count, and a path ends before anything that follows its name. */
    private static int rank(char c) {
        return c == '/' ? 0 : lower(c);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
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
    public static String site(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** How many segments; none for the server level. */
    static int depth(String path) {
        int depth = path.isEmpty() ? 0 : 1;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            depth++;
        }
        return depth;
    }

    /** Whether {@code path} is {@code ancestor} or lies below it. */
    static boolean isAtOrBelow(String path, String ancestor) {
        for (int i = 0; i < ancestor.length(); i++) {
            char c = ancestor.charAt(i);
            if (c >= ASCII || (i < path.length() && path.charAt(i) >= ASCII)) {
                return isKeyAtOrBelow(key(path), key(ancestor));
            } else if (i == path.length() || lower(c) != lower(path.charAt(i))) {
                return false;
            }
        }
        return ancestor.isEmpty() || path.length() == ancestor.length() || path.charAt(ancestor.length()) == '/';
    }

    private static boolean isKeyAtOrBelow(String path, String ancestor) {
        return path.equals(ancestor) || path.startsWith(ancestor + "/");
    }

    /** What remains of {@code path} below {@code ancestor}, which it is at or below; without a leading slash. */
    static String below(String path, String ancestor) {
        int start = 0;
        for (int left = depth(ancestor); left > 0; left--) {
            int slash = path.indexOf('/', start);
            if (slash < 0) {
                return "";
            }
            start = slash + 1;
        }
        return path.substring(start);
    }

    /** The path without empty segments: no outer slashes and no double ones. */
    static String normal(String path) {
        if (!path.startsWith("/") && !path.endsWith("/") && !path.contains("//")) {
            return path;
        }
        StringBuilder normal = new StringBuilder(path.length());
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                normal.append(normal.isEmpty() ? "" : "/").append(segment);
            }
        }
        return normal.toString();
    }
}
