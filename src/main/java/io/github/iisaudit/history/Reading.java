package io.github.iisaudit.history;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a value was at one time.
 *
 * @param value null where there was none
 * @param place where it was written; null where nobody wrote it, or no file says it
 * @param isDefault whether nobody wrote it
 */
public record Reading(@Nullable String value, @Nullable Place place, boolean isDefault) {

    /** There was none. */
    static final Reading NONE = new Reading(null, null, false);

    /**
     * A place in a file of its version.
     *
     * @param file relative to the server's root, with forward slashes
     * @param location the path of the location tag around it; null where there is none
     */
    public record Place(
            String file, int line, int column, @Nullable String location) {

        static Place of(Span span, @Nullable String location) {
            return new Place(span.path(), span.line(), span.column(), location);
        }
    }

    static Reading of(String value, @Nullable Origin origin) {
        if (origin instanceof Written written) {
            return new Reading(value, Place.of(written.span(), written.location()), false);
        }
        return new Reading(value, null, origin instanceof Origin.Default);
    }

    static Reading of(String value, @Nullable Span span) {
        return new Reading(value, span == null ? null : Place.of(span, null), false);
    }
}
