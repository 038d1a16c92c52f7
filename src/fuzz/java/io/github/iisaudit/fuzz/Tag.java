package io.github.iisaudit.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element that can be changed at will, even to what no parser takes; it knows no comments. */
final class Tag {

    /** An attribute; one element may have two of a name. */
    static final class Value {
        String name;
        String text;

        Value(String name, String text) {
            this.name = name;
            this.text = text;
        }
    }

    /** What stands between two tags. */
    interface Gap {
        String next();
    }

    static final Gap LINE = () -> "\n";

    String name;
    String text = "";
    final List<Value> values = new ArrayList<>();
    final List<Tag> children = new ArrayList<>();

    Tag(String name, String... attributes) {
        this.name = name;
        for (int i = 0; i < attributes.length; i += 2) {
            values.add(new Value(attributes[i], attributes[i + 1]));
        }
    }

    /** Adds children and returns this element. */
    Tag with(Tag... more) {
        children.addAll(List.of(more));
        return this;
    }

    /** A well-formed document; its comments are left out. */
    static Tag parse(String xml) {
        try {
            return of(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Tag of(Element element) {
        Tag tag = new Tag(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            tag.values.add(new Value(
                    attributes.item(i).getNodeName(), attributes.item(i).getNodeValue()));
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                tag.children.add(of(child));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                tag.text += node.getNodeValue();
            }
        }
        return tag;
    }

    Tag copy() {
        Tag copy = new Tag(name);
        copy.text = text;
        values.forEach(value -> copy.values.add(new Value(value.name, value.text)));
        children.forEach(child -> copy.children.add(child.copy()));
        return copy;
    }

    /** This element and all below it, in document order. */
    List<Tag> all() {
        List<Tag> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }

    String write(Gap gap) {
        StringBuilder out = new StringBuilder();
        write(out, gap);
        return out.toString();
    }

    private void write(StringBuilder out, Gap gap) {
        out.append('<').append(name);
        for (Value value : values) {
            out.append(' ')
                    .append(value.name)
                    .append("=\"")
                    .append(escaped(value.text))
                    .append('"');
        }
        boolean isEmpty = children.isEmpty() && text.isBlank();
        out.append(isEmpty ? "/>" : ">");
        if (isEmpty) {
            return;
        }
        // Text keeps its bytes: a gap would be a part of it.
        boolean isText = !text.isBlank();
        out.append(isText ? escaped(text) : "");
        for (Tag child : children) {
            out.append(isText ? "" : gap.next());
            child.write(out, isText ? () -> "" : gap);
        }
        out.append(isText ? "" : gap.next()).append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;")
                .replace("\t", "&#9;");
    }
}
