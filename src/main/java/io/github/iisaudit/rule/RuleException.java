package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;

/**
 * A rule file or a folder of them that cannot be used. The message begins with the place: {@code file:line:column:
 * what}.
 */
public final class RuleException extends Exception {

    public RuleException(String message) {
        super(message);
    }

    RuleException(Span place, String what) {
        super(place + ": " + what);
    }
}
