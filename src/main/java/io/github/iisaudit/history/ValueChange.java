package io.github.iisaudit.history;

import io.github.iisaudit.history.Reading.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that is other than it was.
 *
 * @param section the path of a section, or the name of what stands beside them: {@code site}, {@code application},
 *     {@code applicationPool}, {@code virtualDirectory}
 * @param name of the attribute, after the names of the elements around it: {@code extendedProtection/tokenChecking}, {@code
 *     providers[Negotiate]}; empty where the section as a whole is meant
 * @param paths where that is so, in order
 */
public record ValueChange(String section, String name, Reading from, Reading to, List<String> paths) {

    /** Copies the list. */
    public ValueChange {
        paths = List.copyOf(paths);
    }

    /** The line that did it: where the new value stands, or stood before it was taken away; null where no file says it. */
    public @Nullable Place place() {
        return to.place() != null ? to.place() : from.place();
    }

    /** Whether that line is gone. */
    public boolean isTakenAway() {
        return to.place() == null && from.place() != null;
    }
}
