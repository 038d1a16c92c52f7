package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;

/** A format of the answers of a command. */
public interface AnswerFormat<T> {

    /** The name on the command line: lower case. */
    String id();

    /**
     * Writes an answer.
     *
     * @param out is neither flushed nor closed
     */
    void render(T answer, Presentation presentation, Writer out) throws IOException;
}
