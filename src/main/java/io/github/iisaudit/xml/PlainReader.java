package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.List;
import org.dom4j.Document;
import org.dom4j.QName;

/**
 * Reads XML that is written as it nearly always is, in one walk over the text: names of ASCII letters without a prefix,
 * references to characters and to the five entities of XML, no DOCTYPE. All else, and whatever breaks a rule of XML, is
 * left to a full parser, which also has the words for what is wrong: this reader refuses too much rather than too
 * little.
 *
 * @see <a href="https://www.w3.org/TR/xml/">Extensible Markup Language (XML) 1.0</a>
 */
final class PlainReader {

    /** The parser of the JDK has limits too, and they are to be told in its words. */
    private static final int MOST_ATTRIBUTES = 500;

    private final SourceText source;
    private final PlainText text;
    private final PlainNames names;
    private final GrowingTree tree;
    private final List<LocatedAttribute> attributes = new ArrayList<>();

    /** The default namespace in force, and that of the elements around, the outermost first. */
    private String namespace = "";

    private final List<String> outerNamespaces = new ArrayList<>();
    private boolean declaresNamespace;

    private PlainReader(SourceText source, PlainText text, GrowingTree tree) {
        this.source = source;
        this.tree = tree;
        this.text = text;
        this.names = new PlainNames(text);
    }

    /**
     * The tree of a text.
     *
     * @param isGuarded whether secrets are hidden
     * @throws NotPlainException where a full parser must look at it: it may be well formed or not
     */
    static Document read(SourceText source, boolean isGuarded) throws NotPlainException {
        return new PlainReader(source, PlainText.of(source.text()), new GrowingTree(isGuarded)).readDocument();
    }

    /**
     * The tree of a file in UTF-8, in which bytes that are no UTF-8 have become replacement characters.
     *
     * @param bytes of the file
     * @param mark the length of its byte order mark
     * @param isGuarded whether secrets are hidden
     */
    static Document read(SourceText source, byte[] bytes, int mark, boolean isGuarded) throws NotPlainException {
        boolean isAscii =
                source.text().length() == bytes.length - mark && source.text().indexOf('\uFFFD') < 0;
        PlainText text = isAscii ? PlainText.ofAscii(source.text(), bytes, mark) : PlainText.of(source.text());
        return new PlainReader(source, text, new GrowingTree(isGuarded)).readDocument();
    }

    private Document readDocument() throws NotPlainException {
        PlainDeclaration.skip(text);
        readMarkupOutside();
        readStartTag();
        while (tree.depth() > 0) {
            readContent();
        }
        readMarkupOutside();
        text.require(text.isAtEnd());
        return tree.document();
    }

    /** Comments and instructions before or after the root element. */
    private void readMarkupOutside() throws NotPlainException {
        text.skipSpace();
        while (text.isAt("<!--") || text.isAt("<?")) {
            readCommentOrInstruction();
            text.skipSpace();
        }
    }

    /** Text, if there is any, and the piece of markup that ends it. */
    private void readContent() throws NotPlainException {
        int start = text.offset();
        text.skipSpace();
        if (!text.isAt('<') || text.isAt("<![CDATA[")) {
            text.goTo(start);
            readText();
        }
        if (text.isAt("</")) {
            readEndTag();
        } else if (text.isAt("<!--") || text.isAt("<?")) {
            readCommentOrInstruction();
        } else {
            readStartTag();
        }
    }

    private void readText() throws NotPlainException {
        int start = text.offset();
        String characters = text.characters();
        if (!isSpace(characters)) {
            tree.text(characters, trimmed(start, text.offset()));
        }
    }

    private static boolean isSpace(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (!MarkupScanner.isSpace(characters.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Span trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (MarkupScanner.isSpace(source.text().charAt(start))) {
            start++;
        }
        while (MarkupScanner.isSpace(source.text().charAt(end - 1))) {
            end--;
        }
        return new Span(source, start, end);
    }

    private void readCommentOrInstruction() throws NotPlainException {
        int start = text.offset();
        if (text.isAt("<?")) {
            text.skipInstruction();
        } else {
            String comment = text.comment();
            tree.comment(comment, new Span(source, start, text.offset()));
        }
    }

    private void readStartTag() throws NotPlainException {
        int start = text.offset();
        text.require(text.isAt('<') && tree.depth() < XmlReader.MAX_DEPTH);
        text.goTo(start + 1);
        int nameEnd = text.skipName();
        outerNamespaces.add(namespace);
        declaresNamespace = false;
        readAttributes();
        boolean isEmpty = text.isAt('/');
        if (isEmpty) {
            text.goTo(text.offset() + 1);
        }
        text.require(text.isAt('>'));
        text.goTo(text.offset() + 1);
        tree.open(
                new LocatedElement(names.of(start + 1, nameEnd, namespace), attributes, source, start, text.offset()));
        attributes.clear();
        if (isEmpty) {
            close();
        }
    }

    private void readAttributes() throws NotPlainException {
        while (true) {
            int before = text.offset();
            text.skipSpace();
            if (text.isAt('>') || text.isAt('/')) {
                return;
            }
            text.require(text.offset() > before && attributes.size() < MOST_ATTRIBUTES);
            readAttribute();
        }
    }

    private void readAttribute() throws NotPlainException {
        int start = text.offset();
        int nameEnd = text.skipName();
        text.skipSpace();
        text.require(text.isAt('='));
        text.goTo(text.offset() + 1);
        text.skipSpace();
        int valueStart = text.offset() + 1;
        String value = text.value();
        QName name = names.of(start, nameEnd, "");
        if (name.getName().equals("xmlns")) {
            declareNamespace(value);
        } else {
            add(new LocatedAttribute(name, value, source, start, valueStart, text.offset() - 1));
        }
    }

    private void add(LocatedAttribute attribute) throws NotPlainException {
        for (int i = 0; i < attributes.size(); i++) {
            text.require(attributes.get(i).getQName() != attribute.getQName());
        }
        attributes.add(attribute);
    }

    /** The namespaces of XML itself may not be the default, and an element declares one at most. */
    private void declareNamespace(String uri) throws NotPlainException {
        text.require(!uri.startsWith("http://www.w3.org/"));
        text.require(!declaresNamespace);
        declaresNamespace = true;
        namespace = uri;
    }

    private void readEndTag() throws NotPlainException {
        int start = text.offset() + 2;
        text.goTo(start);
        int nameEnd = text.skipName();
        text.require(text.says(tree.innermost().getName(), start, nameEnd));
        text.skipSpace();
        text.require(text.isAt('>'));
        text.goTo(text.offset() + 1);
        close();
    }

    private void close() {
        tree.close(text.offset());
        namespace = outerNamespaces.remove(outerNamespaces.size() - 1);
    }
}
