package io.github.iisaudit.report;

import io.github.iisaudit.history.History;
import java.io.IOException;
import java.io.Writer;

/** The formats of what became of servers. */
public enum HistoryFormat implements AnswerFormat<History> {
    TEXT,
    JSON,
    HTML,
    MARKDOWN;

    @Override
    public void render(History history, Presentation presentation, Writer out) throws IOException {
        Writer gated = LogWriter.before(out);
        switch (this) {
            case JSON -> new HistoryJson(presentation.version()).render(history, gated);
            case HTML -> new HistoryHtml(presentation.version()).render(history, gated);
            case MARKDOWN -> gated.write(HistoryMarkdown.of(history));
            default -> HistoryText.write(history, presentation, gated);
        }
    }
}
