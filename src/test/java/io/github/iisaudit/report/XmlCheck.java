package io.github.iisaudit.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML reports held against a schema, and read as their consumers do. */
final class XmlCheck {

    private XmlCheck() {}

    /** What a schema of the test resources has against a text; empty where it is valid. */
    static String violation(String schema, String xml) {
        try {
            Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(XmlCheck.class.getResource("/xsd/" + schema))
                    .newValidator();
            validator.validate(new StreamSource(new StringReader(xml)));
            return "";
        } catch (SAXException e) {
            return e.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements of this name, in order. */
    static List<Element> elements(String xml, String name) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < document.getElementsByTagName(name).getLength(); i++) {
                elements.add((Element) document.getElementsByTagName(name).item(i));
            }
            return elements;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
