package io.github.iisaudit.source;

/** A physical path that names no place; the message says why, in words that follow a colon. */
final class UnresolvedPathException extends Exception {

    UnresolvedPathException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
