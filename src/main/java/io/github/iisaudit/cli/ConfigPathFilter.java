package io.github.iisaudit.cli;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The configuration paths at and below one that was typed, ignoring case, and whether it was met. */
final class ConfigPathFilter implements Predicate<String> {

    private final @Nullable String place;
    private boolean hasMet;

    /** @param typed null for all; empty or a slash for the server, which all is below */
    ConfigPathFilter(@Nullable String typed) {
        this.place = place(typed).orElse(null);
        this.hasMet = place == null;
    }

    /** A path as it was typed, without the slashes around it; empty where none was. */
    static Optional<String> place(@Nullable String typed) {
        return Optional.ofNullable(typed).map(it -> it.replace('\\', '/').replaceAll("^/+|/+$", ""));
    }

    @Override
    public boolean test(String path) {
        String wanted = place;
        if (wanted == null || wanted.isEmpty()) {
            hasMet = true;
            return true;
        }
        boolean isWithin =
                path.equalsIgnoreCase(wanted) || path.regionMatches(true, 0, wanted + "/", 0, wanted.length() + 1);
        hasMet |= isWithin;
        return isWithin;
    }

    /** Whether a path at or below it was asked about. */
    boolean hasMet() {
        return hasMet;
    }
}
