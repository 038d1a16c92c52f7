package io.github.iisaudit.report;

import io.github.iisaudit.evidence.Examination;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The formats of what came of evidence. */
public enum ConfirmFormat {
    TEXT,
    JSON,
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
    public void render(Examination examination, Presentation presentation, Writer out) throws IOException {
        switch (this) {
            case JSON -> new ConfirmJson(presentation.version()).render(examination, out);
            case MARKDOWN -> out.write(ConfirmMarkdown.of(examination));
            default -> out.write(ConfirmText.of(examination, presentation));
        }
    }
}
