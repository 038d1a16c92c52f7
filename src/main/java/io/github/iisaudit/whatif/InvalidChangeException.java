package io.github.iisaudit.whatif;

/** A change that cannot be asked for. The message is one line: what is wrong, and what is possible. */
public final class InvalidChangeException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidChangeException(String message) {
        super(message);
    }
}
