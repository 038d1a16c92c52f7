package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;

/**
 * A place in a file, the same for the same file read twice.
 *
 * @param rule the rule that flags it, if that matters
 * @param end where it ends; of a place where something begins the same as where that is
 */
record Spot(String rule, String file, int start, int end) {

    /** Where something begins. */
    static Spot of(Span span) {
        return new Spot("", span.path(), span.start(), span.start());
    }

    /** All of what a rule flags. */
    static Spot of(Rule rule, Span span) {
        return new Spot(rule.id(), span.path(), span.start(), span.end());
    }
}
