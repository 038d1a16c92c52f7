package io.github.iisaudit.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence, as it is shown.
 *
 * @param kind {@code log}, {@code capture} or {@code trace}
 * @param entry within the file; empty where the line tells
 * @param line 0 where the entry tells
 * @param token what was sent; null where it is not known
 */
public record Exhibit(
        String kind,
        String file,
        String entry,
        long line,
        String what,
        @Nullable Token token) {

    static Exhibit ofLog(String file, long line, String what) {
        return new Exhibit("log", file, "", line, what, null);
    }
}
