package io.github.iisaudit.rule;

import java.util.List;

/**
 * What some rules find at paths of one server that are the same to them, written in the same places: told apart as an object.
 * Immutable and safe for use by several threads.
 */
final class Verdict {

    /** That they find nothing. */
    static final Verdict NOTHING = new Verdict(List.of());

    private final List<Flagged> flagged;
    private final boolean notesPaths;

    private Verdict(List<Flagged> flagged) {
        this.flagged = flagged;
        boolean isAny = false;
        for (Flagged it : flagged) {
            isAny |= it.remark().notesPaths();
        }
        this.notesPaths = isAny;
    }

    static Verdict of(List<Flagged> flagged) {
        return flagged.isEmpty() ? NOTHING : new Verdict(List.copyOf(flagged));
    }

    /** In the order of the rules and of the document. */
    List<Flagged> flagged() {
        return flagged;
    }

    /** Whether a sentence in it differs from path to path. */
    boolean notesPaths() {
        return notesPaths;
    }
}
