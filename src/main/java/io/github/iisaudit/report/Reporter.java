package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a report in one format. The same report gives the same characters. Immutable and safe for use by several
 * threads.
 */
public interface Reporter {

    /**
     * Writes the whole report; the writer is neither flushed nor closed.
     *
     * @throws IOException if the writer does
     */
    void render(Report report, Writer out) throws IOException;
}
