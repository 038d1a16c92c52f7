package io.github.iisaudit.cli;

/** What was typed cannot be done. The message is one line: what is wrong, and what is possible. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
