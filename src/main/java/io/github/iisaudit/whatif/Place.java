package io.github.iisaudit.whatif;

import io.github.iisaudit.xml.Span;

/**
 * A line of a file.
 *
 * @param file relative to the server's root, with forward slashes; empty where nobody wrote anything
 * @param line counted from 1; 0 where there is none
 */
public record Place(String file, int line) {

    static Place of(Span span) {
        return new Place(span.path(), span.line());
    }

    /** {@code web.config:9}; the file alone where there is no line. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
