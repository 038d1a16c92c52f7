package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An absolute path as Windows means it.
 *
 * @param volume a drive's upper-case letter, or {@code UNC/server/share}
 * @param names the names of folders below it, and of a file; neither {@code .} nor {@code ..} nor empty
 */
record PhysicalPath(String volume, List<String> names) {

    private static final String UNC = "UNC/";

    PhysicalPath {
        names = List.copyOf(names);
    }

    /** Reads a path in which no variables are left; backslashes and slashes mean the same. */
    static PhysicalPath parse(String text) throws UnresolvedPathException {
        String path = withoutDevicePrefix(text.strip().replace('\\', '/'));
        if (isOnDrive(path)) {
            String letter = path.substring(0, 1).toUpperCase(Locale.ROOT);
            return new PhysicalPath(letter, resolve(List.of(), path.substring(2)));
        }
        if (path.startsWith("//")) {
            List<String> names = names(path);
            if (names.size() >= 2) {
                String share = UNC + names.get(0) + "/" + names.get(1);
                return new PhysicalPath(share, resolve(List.of(), String.join("/", names.subList(2, names.size()))));
            }
        }
        throw new UnresolvedPathException(path.isEmpty() ? "empty physical path" : "relative physical path");
    }

    private static boolean isOnDrive(String path) {
        char letter = path.isEmpty() ? '/' : path.charAt(0);
        boolean isLetter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
        return isLetter && path.startsWith(":", 1) && (path.length() == 2 || path.charAt(2) == '/');
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** {@code \\?\C:\x} is {@code C:\x}, and {@code \\?\UNC\server\share} is {@code \\server\share}. */
    private static String withoutDevicePrefix(String path) {
        if (!path.startsWith("//?/") && !path.startsWith("//./")) {
            return path;
        }
        String rest = path.substring(4);
        return rest.regionMatches(true, 0, UNC, 0, UNC.length()) ? "//" + rest.substring(UNC.length()) : rest;
    }

    private static List<String> resolve(List<String> start, String relative) {
        List<String> names = new ArrayList<>(start);
        String path = relative.replace('\\', '/');
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            step(path.substring(from, slash), names, false);
            from = slash + 1;
        }
        step(path.substring(from), names, true);
        return names;
    }

    /**
     * A name without the dots and spaces at its end that Windows does not see.
     *
     * @see <a href="https://learn.microsoft.com/dotnet/standard/io/file-path-formats#trim-characters">Trim characters</a>
     */
    private static String trimmed(String name, boolean isLast) {
        int end = name.length();
        if (isLast) {
            while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
                end--;
            }
        } else if (end > 1 && name.charAt(end - 1) == '.' && name.charAt(end - 2) != '.') {
            end--;
        }
        return name.substring(0, end);
    }

    private static void step(String written, List<String> names, boolean isLast) {
        if (!written.equals("..")) {
            String name = written.equals(".") ? "" : trimmed(written, isLast);
            if (!name.isEmpty()) {
                names.add(name);
            }
        } else if (!names.isEmpty()) {
            names.remove(names.size() - 1);
        }
    }

    /** The place that a relative path leads to; it never leaves the volume. */
    PhysicalPath plus(String relative) {
        return new PhysicalPath(volume, resolve(names, relative));
    }

    PhysicalPath parent() {
        return names.isEmpty() ? this : new PhysicalPath(volume, names.subList(0, names.size() - 1));
    }

    /** Whether this lies below another path, whose spelling it shares. */
    boolean isBelow(PhysicalPath other) {
        return volume.equals(other.volume)
                && names.size() > other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    boolean isShare() {
        return volume.startsWith(UNC);
    }

    /** The names that the path has below a folder that holds a folder for each drive, and one called UNC for shares. */
    String collected() {
        return joined(volume);
    }

    /** The path below something that stands for its volume; below nothing where that is empty. */
    String joined(String start) {
        String rest = String.join("/", names);
        return start.isEmpty() || rest.isEmpty() ? start + rest : start + "/" + rest;
    }

    /** Written out, as Java would otherwise put it together at run time, at every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhysicalPath path && volume.equals(path.volume) && names.equals(path.names);
    }

    @Override
    public int hashCode() {
        return 31 * volume.hashCode() + names.hashCode();
    }
}
