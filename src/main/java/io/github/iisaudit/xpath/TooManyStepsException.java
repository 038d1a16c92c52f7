package io.github.iisaudit.xpath;

/** An expression took more steps than any may: what it says is not known. */
public final class TooManyStepsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One with this sentence. */
    public TooManyStepsException() {
        super("an expression takes more than " + Steps.MOST + " steps", null, false, false);
    }
}
