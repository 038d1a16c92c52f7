package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** File paths and configuration paths, made short enough for a line of text. */
final class Paths {

    private static final String GAP = "…";

    private Paths() {}

    /** A configuration path as it is shown: the server level has a name. */
    static String shown(String path) {
        return path.isEmpty() ? "(server)" : Glyphs.clean(path);
    }

    /**
     * A file path of at most {@code width} columns where that can be had without cutting its last name, shortened in
     * the middle.
     */
    static String shorten(String file, int width) {
        String clean = Glyphs.clean(file);
        if (Glyphs.width(clean) <= width) {
            return clean;
        }
        List<String> names = List.of(clean.split("/", -1));
        for (int head = Math.min(2, names.size() - 2); head >= 0; head--) {
            int most = Math.min(names.size() - head - 1, Math.max(1, width)); // of which each takes a column at least
            for (int tail = most; tail >= 1; tail--) {
                String shorter = join(names, head, tail);
                if (Glyphs.width(shorter) <= width) {
                    return shorter;
                }
            }
        }
        return names.size() == 1 ? clean : join(names, 0, 1);
    }

    /**
     * A file path of at most {@code width} columns, at least 8: where nothing else helps its last name is cut in the
     * middle.
     */
    static String cut(String file, int width) {
        String shorter = shorten(file, width);
        int room = Math.max(8, width);
        if (Glyphs.width(shorter) <= room) {
            return shorter;
        }
        int start = room / 3;
        return first(shorter, start) + GAP + last(shorter, room - start - 1);
    }

    /** What fits into some columns of the beginning of a text. */
    private static String first(String text, int columns) {
        int end = 0;
        int left = columns;
        while (end < text.length() && Glyphs.width(text.codePointAt(end)) <= left) {
            left -= Glyphs.width(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end);
    }

    /** The same of its end. */
    private static String last(String text, int columns) {
        int start = text.length();
        int left = columns;
        while (start > 0 && Glyphs.width(text.codePointBefore(start)) <= left) {
            left -= Glyphs.width(text.codePointBefore(start));
            start -= Character.charCount(text.codePointBefore(start));
        }
        return text.substring(start);
    }

    private static String join(List<String> names, int head, int tail) {
        String start = head == 0 ? "" : String.join("/", names.subList(0, head)) + "/";
        return start + GAP + "/" + String.join("/", names.subList(names.size() - tail, names.size()));
    }

    /** The last name of a file path. */
    static String name(String file) {
        return Glyphs.clean(file.substring(file.lastIndexOf('/') + 1));
    }

    /** Whether some configuration paths are all of a finding's. */
    static boolean areAll(List<String> some, List<String> all) {
        return some.size() >= all.size() && (all.size() == 1 ? some : new HashSet<>(some)).containsAll(all);
    }

    /** The first of some configuration paths and how many more there are; all where "1 more" would be no shorter. */
    static String list(List<String> paths, int most) {
        return named(Few.of(paths, most));
    }

    /** As many configuration paths as fit into a line, at least one, and how many more there are. */
    static String fit(List<String> paths, int width) {
        int count = Math.min(paths.size(), Math.max(1, width / 2));
        while (count > 1 && Glyphs.width(named(Few.first(paths, count))) > width) {
            count--;
        }
        return named(Few.first(paths, count));
    }

    private static String named(Few<String> paths) {
        List<String> shown = new ArrayList<>();
        for (String path : paths.shown()) {
            shown.add(shown(path));
        }
        return Few.named(new Few<>(shown, paths.more()));
    }
}
