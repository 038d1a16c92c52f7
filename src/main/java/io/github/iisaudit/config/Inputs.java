package io.github.iisaudit.config;

import org.jspecify.annotations.Nullable;

/**
 * What something is worked out from: objects that are told apart by identity, and texts and numbers, which are by their value.
 * Immutable.
 */
public final class Inputs {

    private final @Nullable Object[] parts;
    private final int hash;

    private Inputs(@Nullable Object[] parts) {
        this.parts = parts;
        int all = 1;
        for (Object part : parts) {
            all = 31 * all + (isValue(part) ? part.hashCode() : System.identityHashCode(part));
        }
        this.hash = all;
    }

    /** @param parts always as many for one kind of question; not to be changed any more */
    public static Inputs of(@Nullable Object... parts) {
        return new Inputs(parts);
    }

    private static boolean isValue(@Nullable Object part) {
        return part instanceof String || part instanceof Integer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Inputs inputs) || inputs.hash != hash || inputs.parts.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            if (part != inputs.parts[i] && !(isValue(part) && part.equals(inputs.parts[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
