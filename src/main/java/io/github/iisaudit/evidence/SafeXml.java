package io.github.iisaudit.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of strangers as it comes: without a document type, and so without entities of their own. */
final class SafeXml {

    private SafeXml() {}

    /** What reads a document. */
    interface Content<T> {
        T of(XMLStreamReader xml) throws XMLStreamException;
    }

    static <T> T read(byte[] document, Content<T> content) throws IOException, UnreadableEvidenceException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter((message, kind, facts, place) -> {});
        try {
            // Of bytes that are wrong in an encoding, Java tells standard error; of characters it never does.
            Reader text = TextEncoding.of(document).reader(new ByteArrayInputStream(document));
            return content.of(factory.createXMLStreamReader(text));
        } catch (XMLStreamException e) {
            // Its own message may quote the text.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableEvidenceException("it is cut short or no XML, seen in line " + line);
        }
    }

    /** An attribute of the element that is at hand, ignoring case; empty where there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return xml.getAttributeValue(i).strip();
            }
        }
        return "";
    }
}
