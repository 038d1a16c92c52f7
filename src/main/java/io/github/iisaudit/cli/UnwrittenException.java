package io.github.iisaudit.cli;

import java.io.IOException;

/** What was found cannot be written where it was to go. The message is one line: where, and why not. */
final class UnwrittenException extends IOException {

    private static final long serialVersionUID = 1L;

    UnwrittenException(String message) {
        super(message);
    }
}
