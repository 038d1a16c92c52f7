package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Document;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Builds the located tree of one file from what a SAX parser tells, in one go. */
final class TreeBuilder extends DefaultHandler2 {

    static final String NET_CONFIGURATION = "http://schemas.microsoft.com/.NetConfiguration/v2.0";

    private final SourceText source;
    private final MarkupScanner scanner;
    private final GrowingTree tree;
    private final StringBuilder characters = new StringBuilder();

    // Not QName.get: its cache is static and would keep every name of every file that was ever read.
    private final Map<String, QName> names = new HashMap<>();

    /** @param isGuarded whether secrets are hidden */
    TreeBuilder(SourceText source, boolean isGuarded) {
        this.source = source;
        this.tree = new GrowingTree(isGuarded);
        this.scanner = MarkupScanner.afterDeclaration(source.text());
    }

    Document document() {
        return tree.document();
    }

    /** How many elements are open. */
    int depth() {
        return tree.depth();
    }

    /** The innermost element whose end tag has not come yet; there is one. */
    LocatedElement innermost() {
        return tree.innermost();
    }

    /** Where the markup ends that was found well formed so far. */
    int position() {
        return scanner.end();
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes values) throws SAXException {
        List<AttributePlace> places = scanner.startTag();
        if (tree.depth() == XmlReader.MAX_DEPTH) {
            String reason = "elements are nested more than " + XmlReader.MAX_DEPTH + " deep";
            throw new SAXException(new UnreadableXmlException(reason, markup()));
        }
        addText();
        List<LocatedAttribute> attributes = new ArrayList<>(places.size());
        for (int i = 0; i < values.getLength(); i++) {
            QName name = name(values.getURI(i), values.getQName(i));
            AttributePlace place = places.get(i);
            attributes.add(new LocatedAttribute(
                    name, values.getValue(i), source, place.start(), place.valueStart(), place.valueEnd()));
        }
        tree.open(new LocatedElement(name(uri, qName), attributes, source, scanner.start(), scanner.end()));
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        scanner.endTag();
        addText();
        tree.close(scanner.end());
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        characters.append(buffer, start, length);
    }

    @Override
    public void comment(char[] buffer, int start, int length) {
        scanner.comment();
        addText();
        tree.comment(new String(buffer, start, length), markup());
    }

    @Override
    public void processingInstruction(String target, String data) {
        scanner.instruction();
        addText();
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }

    /**
     * Never asked for, since a DOCTYPE is refused; should that fail, nothing outside the file is read all the same.
     */
    @Override
    public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId)
            throws SAXException {
        throw new SAXException("external entity " + systemId);
    }

    private Span markup() {
        return new Span(source, scanner.start(), scanner.end());
    }

    private void addText() {
        if (!isSpace()) {
            tree.text(characters.toString(), textSpan());
        }
        characters.setLength(0);
    }

    private boolean isSpace() {
        for (int i = 0; i < characters.length(); i++) {
            if (!MarkupScanner.isSpace(characters.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Span textSpan() {
        int start = scanner.textStart();
        int end = scanner.start();
        while (MarkupScanner.isSpace(source.text().charAt(start))) {
            start++;
        }
        while (MarkupScanner.isSpace(source.text().charAt(end - 1))) {
            end--;
        }
        return new Span(source, start, end);
    }

    /**
     * The namespace that Visual Studio 2005 wrote on the root element is dropped: the names in it are those without
     * it.
     */
    private QName name(String uri, String qualified) {
        return names.computeIfAbsent(uri + ' ' + qualified, key -> {
            int colon = qualified.indexOf(':');
            if (uri.isEmpty() || (colon < 0 && uri.equals(NET_CONFIGURATION))) {
                return new QName(qualified);
            }
            String prefix = colon < 0 ? "" : qualified.substring(0, colon);
            return new QName(qualified.substring(colon + 1), new Namespace(prefix, uri));
        });
    }
}
