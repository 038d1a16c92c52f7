package io.github.iisaudit.report;

import io.github.iisaudit.history.History;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The formats of what became of servers. */
public enum HistoryFormat {
    TEXT,
    JSON,
    HTML,
    MARKDOWN;

    /** The name on the command line: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes it.
     *
     * @param out is neither flushed nor closed
     */
    public void render(History history, Presentation presentation, Writer out) throws IOException {
        Writer gated = LogWriter.before(out);
        switch (this) {
            case JSON -> new HistoryJson(presentation.version()).render(history, gated);
            case HTML -> new HistoryHtml(presentation.version()).render(history, gated);
            case MARKDOWN -> gated.write(HistoryMarkdown.of(history));
            default -> gated.write(HistoryText.of(history, presentation));
        }
    }
}
