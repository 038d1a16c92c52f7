package io.github.iisaudit.source;

/** What a user named as input cannot be used. The message is one line: what is wrong, and what is possible. */
public final class SourceException extends Exception {

    SourceException(String message) {
        super(message);
    }
}
