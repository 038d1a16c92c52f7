package io.github.iisaudit.report;

import io.github.iisaudit.kerberos.TicketReport;
import java.io.IOException;
import java.io.Writer;

/** The formats of what came of a directory. */
public enum KerberosFormat implements AnswerFormat<TicketReport> {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public void render(TicketReport report, Presentation presentation, Writer out) throws IOException {
        Writer gated = LogWriter.before(out);
        switch (this) {
            case JSON -> new KerberosJson(presentation.version()).render(report, gated);
            case MARKDOWN -> gated.write(KerberosMarkdown.of(report));
            default -> gated.write(KerberosText.of(report, presentation));
        }
    }
}
