package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The documents of programs that ask for servers of which there are none: still documents, which say why. */
public final class NoAnswer {

    private NoAnswer() {}

    /**
     * Writes one.
     *
     * @param format its name on the command line; what people read is left empty
     * @param reasons a sentence each
     */
    public static void render(String format, List<String> reasons, Writer out) throws IOException {
        Writer gated = LogWriter.before(out);
        if (format.equals("xml")) {
            gated.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scopes/>\n");
        } else if (format.equals("json")) {
            JsonText json = new JsonText(gated);
            json.document(() -> {
                json.field("schemaVersion", 1);
                json.strings("servers", List.of());
                json.strings("notices", reasons);
            });
        }
    }
}
