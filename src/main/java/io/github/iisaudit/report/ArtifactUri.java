package io.github.iisaudit.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** URIs of audited files, relative to the root of the repository, where code hosts expect them. */
final class ArtifactUri {

    private static final String UNRESERVED = "-._~!$&'()*+,;=@";

    private ArtifactUri() {}

    /** The URI of a path as {@link #path} has it. */
    static String of(String path) {
        List<String> encoded = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            encoded.add(encode(name));
        }
        return String.join("/", encoded);
    }

    /**
     * The path of a file below a root.
     *
     * @param folder what a root as typed begins at
     * @param root as typed; where it does not lie in the repository, {@code otherwise} stands in its place
     * @param otherwise what makes the file's path unique then; may be empty
     */
    static String path(WorkFolder folder, String root, String otherwise, String file) {
        return String.join("/", names(folder, root, otherwise, file));
    }

    private static Deque<String> names(WorkFolder folder, String root, String otherwise, String file) {
        Deque<String> names = new ArrayDeque<>();
        boolean isBelow = folder.holds(root)
                ? walk(names, folder.below(root))
                : !isAbsolute(root) && walk(names, folder.below()) && walk(names, root);
        if (!isBelow) {
            names.clear();
            walk(names, otherwise);
        }
        for (String name : file.split("/", -1)) {
            names.addLast(name);
        }
        return names;
    }

    private static boolean isAbsolute(String root) {
        return root.startsWith("/") || root.indexOf(':') == 1;
    }

    /** Follows a path down and up; false where it leaves the folder that it began in. */
    private static boolean walk(Deque<String> names, String path) {
        for (String name : List.of(path.split("/", -1))) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return false;
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return true;
    }

    /** One name with all but plain characters percent-encoded. */
    static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
