package io.github.iisaudit.rule;

/** An expression took more steps than any may: its rule says nothing about the server. */
final class TooManyStepsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyStepsException() {
        super("an expression takes more than " + Steps.MOST + " steps", null, false, false);
    }
}
