package io.github.iisaudit.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A pattern of paths like those of {@code .gitignore} (https://git-scm.com/docs/gitignore): {@code *} and {@code ?} stand for
 * characters of one name, {@code **} for any number of folders; what it covers it covers with all below. Case does not count,
 * as on Windows. There is no {@code !} and there are no brackets. Immutable.
 */
public final class Glob {

    private static final String ANY_FOLDERS = "**";
    private static final int ASCII = 128;

    private final List<String> names;
    private final boolean isAnchored;
    private final boolean isFolder;

    /** Whether the first name stands for itself alone, and case changes none of its letters but those of ASCII. */
    private final boolean isPlain;

    /** A pattern without {@link #mistake}; backslashes count as slashes. */
    public Glob(String pattern) {
        String path = normal(pattern);
        isFolder = path.endsWith("/");
        String rest = isFolder ? path.substring(0, path.length() - 1) : path;
        isAnchored = rest.indexOf('/') >= 0;
        String relative = rest.startsWith("/") ? rest.substring(1) : rest;
        names = List.of(relative.split("/", -1));
        isPlain = names.get(0).chars().allMatch(c -> c != '*' && c != '?' && c < ASCII);
    }

    private static String normal(String pattern) {
        String path = pattern.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("./") ? path.substring(1) : path;
    }

    /**
     * In lower case, the folders with which all begins that it covers, such as {@code s/app}; {@code **} and a slash before a name
     * that stands anywhere in it; empty where neither can be told.
     */
    String start() {
        if (!isAnchored) {
            String name = names.get(0);
            return name.isEmpty() || !isLiteral(name) ? "" : ANY_FOLDERS + "/" + name;
        }
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < names.size() && isLiteral(names.get(i)); i++) {
            start.append(i == 0 ? "" : "/").append(names.get(i));
        }
        return start.toString();
    }

    private static boolean isLiteral(String name) {
        return name.indexOf('*') < 0 && name.indexOf('?') < 0;
    }

    /** What is wrong with a text as a pattern. */
    static Optional<String> mistake(String pattern) {
        if (pattern.strip().startsWith("!")) {
            return Optional.of("'!' is not supported: list what is meant");
        }
        return Optional.empty();
    }

    /** Whether it covers a file: a pattern without a slash inside does so in any folder. */
    public boolean coversFile(String file) {
        return !(isAnchored && isElsewhere(file)) && coversFile(file, names(file));
    }

    /** The names of a path, which patterns look at. */
    static String[] names(String file) {
        return file.toLowerCase(Locale.ROOT).split("/");
    }

    /** The same of a path whose names are known, as many patterns are asked. */
    boolean coversFile(String file, String[] path) {
        if (isAnchored && isElsewhere(file)) {
            return false;
        }
        if (isAnchored) {
            return covers(path, 0, isFolder);
        }
        for (int start = 0; start < path.length; start++) {
            if (covers(path, start, isFolder)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it covers a configuration path such as {@code Intranet/hr}; {@code /} is the server level alone. */
    public boolean coversPath(String path) {
        boolean isServer = names.equals(List.of(""));
        if (path.isEmpty() || isServer) {
            return path.isEmpty() && (isServer || names.get(0).equals(ANY_FOLDERS));
        }
        return !isElsewhere(path) && covers(path.toLowerCase(Locale.ROOT).split("/"), 0, false);
    }

    /** Whether a path certainly begins with another name than an anchored pattern: nearly all do, and need no closer look. */
    private boolean isElsewhere(String path) {
        String first = names.get(0);
        return isPlain
                && !(path.regionMatches(true, 0, first, 0, first.length())
                        && (path.length() == first.length() || path.charAt(first.length()) == '/'));
    }

    /** Whether the names match a path or a folder around it, from a start on; {@code **} is tried shortest first. */
    private boolean covers(String[] path, int start, boolean isStrictlyBelow) {
        int name = 0;
        int at = start;
        int star = -1;
        int starAt = 0;
        while (true) {
            if (name == names.size()) {
                return !isStrictlyBelow || at < path.length;
            }
            if (names.get(name).equals(ANY_FOLDERS)) {
                if (name == names.size() - 1) {
                    return at < path.length;
                }
                star = name++;
                starAt = at;
            } else if (at < path.length && Wildcards.match(names.get(name), path[at])) {
                name++;
                at++;
            } else if (star >= 0 && starAt < path.length) {
                at = ++starAt;
                name = star + 1;
            } else {
                return false;
            }
        }
    }
}
