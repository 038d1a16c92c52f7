package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A format of the answers of a command. */
public interface AnswerFormat<T> {

    String name();

    /** The name on the command line: lower case. */
    default String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes an answer.
     *
     * @param out is neither flushed nor closed
     */
    void render(T answer, Presentation presentation, Writer out) throws IOException;
}
