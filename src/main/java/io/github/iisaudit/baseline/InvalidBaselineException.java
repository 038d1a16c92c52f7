package io.github.iisaudit.baseline;

/** A text that is no baseline. The message is one line: {@code file:line: what}. */
public final class InvalidBaselineException extends Exception {

    InvalidBaselineException(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
