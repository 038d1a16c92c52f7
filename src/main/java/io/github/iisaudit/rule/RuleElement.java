package io.github.iisaudit.rule;

import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.OneLine;
import io.github.iisaudit.xml.Quoting;
import io.github.iisaudit.xpath.InvalidXPathException;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.CharacterData;
import org.dom4j.Comment;
import org.dom4j.Element;
import org.dom4j.Node;

/**
 * An element of a rule file, read strictly: what is missing, unknown or wrong is a {@link RuleException} with its
 * place.
 */
record RuleElement(LocatedElement element) {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** Refuses what is not listed. */
    void allow(Set<String> attributes, Set<String> children) throws RuleException {
        allowAttributes(attributes);
        for (RuleElement child : children()) {
            if (!children.contains(child.name())) {
                String hint = Spelling.didYouMean(child.name(), children);
                throw child.wrong("unknown element <" + child.name() + ">" + hint);
            }
        }
    }

    /** Refuses attributes that are not listed. An editor's link to the XML schema may stand anywhere. */
    void allowAttributes(Set<String> attributes) throws RuleException {
        for (Attribute attribute : element.attributes()) {
            boolean isLink = attribute.getNamespaceURI().equals(SCHEMA_INSTANCE);
            if (!isLink && !attributes.contains(attribute.getQualifiedName())) {
                String name = attribute.getQualifiedName();
                throw new RuleException(
                        ((LocatedAttribute) attribute).span(),
                        "unknown attribute '" + name + "'" + Spelling.didYouMean(name, attributes));
            }
        }
    }

    String name() {
        return element.getQualifiedName();
    }

    /** An attribute that must be there and hold something. */
    String attribute(String name) throws RuleException {
        String value = element.attributeValue(name, "");
        if (value.isBlank()) {
            throw wrong("<" + name() + "> has no " + name);
        }
        return value;
    }

    Optional<String> optionalAttribute(String name) {
        return Optional.ofNullable(element.attributeValue(name));
    }

    /** An attribute that names one of an enum's values in lower case. */
    <E extends Enum<E>> E attribute(String name, E[] values) throws RuleException {
        String value = attribute(name);
        List<String> ids = new ArrayList<>();
        for (E known : values) {
            String id = known.name().toLowerCase(Locale.ROOT);
            if (id.equals(value)) {
                return known;
            }
            ids.add(id);
        }
        throw wrongAt(name, name + " '" + value + "' is none of " + String.join(", ", ids));
    }

    <E extends Enum<E>> Optional<E> optionalAttribute(String name, E[] values) throws RuleException {
        return element.attribute(name) == null ? Optional.empty() : Optional.of(attribute(name, values));
    }

    List<RuleElement> children() {
        return located(element.elements());
    }

    List<RuleElement> children(String name) {
        return located(element.elements(name));
    }

    private List<RuleElement> located(List<Element> elements) {
        List<RuleElement> located = new ArrayList<>();
        for (Element child : elements) {
            located.add(new RuleElement((LocatedElement) child));
        }
        return located;
    }

    Optional<RuleElement> optionalChild(String name) throws RuleException {
        List<RuleElement> children = children(name);
        if (children.size() > 1) {
            throw children.get(1).wrong("a second <" + name + ">");
        }
        return children.stream().findFirst();
    }

    RuleElement child(String name) throws RuleException {
        return optionalChild(name).orElseThrow(() -> wrong("<" + name() + "> has no <" + name + ">"));
    }

    /** Its own text, with an empty line instead of each child element. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Node node : element.content()) {
            if (node instanceof Element) {
                text.append("\n\n");
            } else if (node instanceof CharacterData && !(node instanceof Comment)) {
                text.append(node.getText());
            }
        }
        return text.toString();
    }

    String requiredText() throws RuleException {
        String text = OneLine.of(text());
        if (text.isEmpty()) {
            throw wrong("<" + name() + "> is empty");
        }
        return text;
    }

    /** What stands between its tags, character for character; if that is one CDATA section, what stands in it. */
    String raw() {
        String all = element.span().text();
        int start = element.startTag().text().length();
        if (start == all.length()) {
            return "";
        }
        String inner = all.substring(start, all.lastIndexOf("</"));
        String stripped = inner.strip();
        boolean isOneSection = stripped.startsWith("<![CDATA[") && stripped.indexOf("]]>") == stripped.length() - 3;
        return isOneSection ? stripped.substring("<![CDATA[".length(), stripped.length() - 3) : inner;
    }

    SafeXPath xpath() throws RuleException {
        try {
            return SafeXPath.compile(text().strip());
        } catch (InvalidXPathException e) {
            throw wrong("<" + name() + ">: " + message(e));
        }
    }

    SafeXPath xpath(String attribute) throws RuleException {
        try {
            return SafeXPath.compile(attribute(attribute));
        } catch (InvalidXPathException e) {
            throw wrongAt(attribute, attribute + ": " + message(e));
        }
    }

    /** Its children, if it may have any, are commands and pieces of configuration. */
    Template template() throws RuleException {
        try {
            return Template.compile(stretches());
        } catch (InvalidXPathException e) {
            throw wrong("<" + name() + ">: " + message(e));
        }
    }

    private static String message(InvalidXPathException e) {
        return e.getMessage() + Spelling.didYouMean(e.name(), e.known());
    }

    private List<Template.Stretch> stretches() {
        List<Template.Stretch> stretches = new ArrayList<>();
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                stretches.add(new Template.Stretch(child.getText().strip(), Quoting.of(child.getName())));
            } else if (node instanceof CharacterData && !(node instanceof Comment)) {
                stretches.add(new Template.Stretch(node.getText(), null));
            }
        }
        return stretches;
    }

    /** What is wrong with the element. */
    RuleException wrong(String what) {
        return new RuleException(element.nameSpan(), what);
    }

    /** What is wrong with an attribute that is there. */
    RuleException wrongAt(String attribute, String what) {
        return element.attribute(attribute) instanceof LocatedAttribute located
                ? new RuleException(located.span(), what)
                : wrong(what);
    }
}
