package io.github.iisaudit.report;

import io.github.iisaudit.kerberos.TicketReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The formats of what came of a directory. */
public enum KerberosFormat {
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
    public void render(TicketReport report, Presentation presentation, Writer out) throws IOException {
        Writer gated = LogWriter.before(out);
        switch (this) {
            case JSON -> new KerberosJson(presentation.version()).render(report, gated);
            case MARKDOWN -> gated.write(KerberosMarkdown.of(report));
            default -> gated.write(KerberosText.of(report, presentation));
        }
    }
}
