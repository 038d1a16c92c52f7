package io.github.iisaudit.transform;

import io.github.iisaudit.transform.Message.Severity;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.List;

/** A configuration file that a deployment changes, step by step. Not safe for use by several threads. */
public final class Draft {

    private final Document document;
    private final Original original;
    private final Log log = new Log();

    private Draft(SourceText source) {
        this.document = TreeReader.read(source, true);
        this.original = new Original(source);
    }

    /**
     * A file as it was written.
     *
     * @param path relative to the root of its source
     */
    public static Draft read(String path, byte[] bytes) throws UnreadableXmlException {
        return new Draft(new XmlReader().text(path, bytes));
    }

    /** Applies a transform. What it has to say is added to the {@link #messages}. */
    public void transform(String path, byte[] bytes) throws UnreadableXmlException {
        Document transform = TreeReader.read(new XmlReader().text(path, bytes), false);
        new Transformation(document, original, log).apply(transform);
    }

    /** What came up so far, in order. */
    public List<Message> messages() {
        return List.copyOf(log.messages());
    }

    /** Whether a deployment would write it: nothing but warnings came up. */
    public boolean isWritten() {
        return log.messages().stream().allMatch(message -> message.severity() == Severity.WARNING);
    }

    /** The text of it, with the layout and the white space of the original. */
    public String text() {
        return TreeWriter.write(document.copy(false));
    }
}
