package io.github.iisaudit.whatif;

import java.util.Locale;

/**
 * What has to be restarted before a change is in force, the least first. HTTP.sys goes on as before until W3SVC
 * restarts: recycling the pool is not enough for what kernel mode does.
 *
 * @see <a href="https://learn.microsoft.com/archive/blogs/webtopics/unexpected-401-1-error-over-windows-integrated-authentication-on-iis-7-5-website">Unexpected 401.1 error over Windows integrated authentication</a>
 */
public enum Restart {
    NONE,
    /** The application pools whose identity changes. */
    POOL,
    /** The service W3SVC, which stops all sites for a moment. */
    W3SVC;

    /** The word in output: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Restart of(Situation before, Situation after, Change change) {
        if (before.windows().isEmpty() || !isSame(before, after, change)) {
            return change.isOfWindows() ? W3SVC : change.identity().isPresent() ? POOL : NONE;
        }
        return before.identity().equals(after.identity()) ? NONE : POOL;
    }

    private static boolean isSame(Situation before, Situation after, Change change) {
        return before.windows().equals(after.windows())
                && change.values().keySet().stream()
                        .filter(Settable::isWindows)
                        .allMatch(what -> before.value(what).equals(after.value(what)));
    }

    Restart and(Restart other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
