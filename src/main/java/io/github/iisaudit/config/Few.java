package io.github.iisaudit.config;

import java.util.List;

/**
 * Of many those that people are shown.
 *
 * @param shown the first of them
 * @param more how many others there are
 */
public record Few<T>(List<T> shown, int more) {

    /** So many at the most. */
    public static <T> Few<T> first(List<T> all, int most) {
        int count = Math.min(all.size(), most);
        return new Few<>(all.subList(0, count), all.size() - count);
    }

    /** The same, but all where "1 more" would be no shorter. */
    public static <T> Few<T> of(List<T> all, int most) {
        return first(all, all.size() - 1 == most ? all.size() : most);
    }

    /** Names with commas between them, and how many more there are. */
    public static String named(Few<String> names) {
        String shown = String.join(", ", names.shown);
        return names.more == 0 ? shown : shown + " and " + names.more + " more";
    }
}
