package io.github.iisaudit.report;

import io.github.iisaudit.whatif.Answer;
import java.io.IOException;
import java.io.Writer;

/** The formats of answers to "what if". */
public enum WhatIfFormat implements AnswerFormat<Answer> {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public void render(Answer answer, Presentation presentation, Writer out) throws IOException {
        switch (this) {
            case JSON -> new WhatIfJson(presentation.version()).render(answer, out);
            case MARKDOWN -> out.write(WhatIfMarkdown.of(answer));
            default -> out.write(WhatIfText.of(answer, presentation));
        }
    }
}
