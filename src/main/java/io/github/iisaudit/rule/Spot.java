package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, the same for the same file read twice; with the rule that flags it, if that matters. Told by line and column,
 * since offsets in a file may not be those of one text. Immutable.
 */
final class Spot {

    private final String rule;
    private final String file;
    private final int line;
    private final int column;
    private final int length;
    private final int hash;

    private Spot(String rule, Span span, int length) {
        this.rule = rule;
        this.file = span.path();
        this.line = span.line();
        this.column = span.column();
        this.length = length;
        this.hash = 31 * (31 * (31 * (31 * rule.hashCode() + file.hashCode()) + line) + column) + length;
    }

    /** Where something begins. */
    static Spot of(Span span) {
        return new Spot("", span, 0);
    }

    /** All of what a rule flags. */
    static Spot of(Rule rule, Span span) {
        return new Spot(rule.id(), span, span.end() - span.start());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Spot spot
                        && hash == spot.hash
                        && line == spot.line
                        && column == spot.column
                        && length == spot.length
                        && rule.equals(spot.rule)
                        && file.equals(spot.file));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
