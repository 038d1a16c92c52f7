package io.github.iisaudit.report;

import io.github.iisaudit.evidence.Examination;
import java.io.IOException;
import java.io.Writer;

/** The formats of what came of evidence. */
public enum ConfirmFormat implements AnswerFormat<Examination> {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public void render(Examination examination, Presentation presentation, Writer out) throws IOException {
        switch (this) {
            case JSON -> new ConfirmJson(presentation.version()).render(examination, out);
            case MARKDOWN -> out.write(ConfirmMarkdown.of(examination));
            default -> out.write(ConfirmText.of(examination, presentation));
        }
    }
}
