package io.github.iisaudit.report;

import io.github.iisaudit.transform.Message;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How the document is told that transforms make of a file: the document itself, or one for programs that holds it. */
public enum TransformFormat implements AnswerFormat<TransformFormat.Result> {
    TEXT,
    JSON;

    /**
     * What came of it.
     *
     * @param isWritten whether a deployment would write the document
     * @param messages in the order in which they came up
     * @param document the text; empty where the file could not be read
     */
    public record Result(boolean isWritten, List<Message> messages, String document) {

        private int count(Message.Severity severity) {
            return (int) messages.stream()
                    .filter(message -> message.severity() == severity)
                    .count();
        }
    }

    @Override
    public void render(Result result, Presentation presentation, Writer out) throws IOException {
        if (this == TEXT) {
            out.write(result.document());
        } else {
            json(result, presentation, LogWriter.before(out));
        }
    }

    private static void json(Result result, Presentation presentation, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.head(presentation.version());
            json.field("success", result.isWritten());
            json.field("warnings", result.count(Message.Severity.WARNING));
            json.field("errors", result.count(Message.Severity.ERROR));
            json.objects("messages", result.messages(), message -> {
                json.field("severity", message.severity().id());
                json.field("text", message.text());
                json.field("file", message.place().path());
                json.field("line", message.place().line());
                json.field("column", message.place().column());
            });
            json.field("document", result.document());
        });
    }
}
