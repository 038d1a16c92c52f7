package io.github.iisaudit.transform;

import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.transform.Message.Severity;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.List;
import java.util.Map;

/** A configuration file that a deployment changes, step by step. Not safe for use by several threads. */
public final class Draft {

    /** One for all files: making a parser takes longer than parsing a transform. */
    static final XmlReader XML = new XmlReader();

    private final Document document;
    private final Original original;
    private final Log log = new Log();
    private boolean isUnwritable;

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
        return new Draft(XML.text(path, bytes));
    }

    /** Applies a transform. What it has to say is added to the {@link #messages}. */
    public void transform(String path, byte[] bytes) throws UnreadableXmlException {
        Document transform = TreeReader.read(XML.text(path, bytes), false);
        apply(transform);
    }

    private List<Effect> apply(Document transform) {
        List<Effect> effects = new Transformation(document, original, log).apply(transform);
        isUnwritable |= effects.stream().anyMatch(Effect::isUnwritable);
        return effects;
    }

    /** Applies a transform in which placeholders are replaced first, and tells what came of it. */
    Deployed.Applied applied(ConfigFile file, Map<String, String> variables) throws UnreadableXmlException {
        Document transform = TreeReader.read(XML.text(file.path(), file.bytes()), false);
        resolve(transform, variables);
        int before = log.messages().size();
        List<Effect> effects = apply(transform);
        if (document.isExhausted()) {
            throw UnreadableXmlException.ofUse(
                    "it takes too long to find what it changes, so it is not known what a deployment writes",
                    new Span(transform.source(), 0, 0));
        }
        List<Message> messages = log.messages().subList(before, log.messages().size());
        Verdict verdict = new Verdict(messages, effects);
        return new Deployed.Applied(file.path(), LocatedCopy.of(root(transform), verdict::of));
    }

    /** Writes parameters into it. */
    void set(PackageParameters parameters, List<UnreadableXmlException> broken) {
        parameters.apply(document, document.source().path(), broken);
    }

    /** How often was looked at its nodes so far. */
    long looks() {
        return document.looks();
    }

    /** Replaces placeholders whose values are known. */
    void resolve(Map<String, String> variables) throws UnreadableXmlException {
        resolve(document, variables);
    }

    private static void resolve(Document document, Map<String, String> variables) throws UnreadableXmlException {
        try {
            new Resolution(variables).resolve(document);
        } catch (TransformException e) {
            throw UnreadableXmlException.ofUse(e.text(), new Span(document.source(), 0, 0));
        }
    }

    /** The tree of it, whose nodes know which file wrote them. */
    LocatedElement root() throws UnreadableXmlException {
        return LocatedCopy.of(root(document));
    }

    private static Element root(Document document) throws UnreadableXmlException {
        Element root = document.root();
        if (root == null) {
            throw UnreadableXmlException.ofUse(
                    "a transform removes the root element", new Span(document.source(), 0, 0));
        }
        return root;
    }

    /** Whether a deployment would write it, and what is written could be read again. */
    boolean isWritable() {
        return isWritten() && !isUnwritable;
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
