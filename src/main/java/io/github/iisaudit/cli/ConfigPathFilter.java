package io.github.iisaudit.cli;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The configuration paths at and below one that was typed, ignoring case, and whether it was met. */
final class ConfigPathFilter implements Predicate<String> {

    private final @Nullable String place;
    private boolean hasMet;

    /** @param typed null for all; empty or a slash for the server, which all is below */
    ConfigPathFilter(@Nullable String typed) {
        this.place = typed == null ? null : typed.replace('\\', '/').replaceAll("^/+|/+$", "");
        this.hasMet = place == null;
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
