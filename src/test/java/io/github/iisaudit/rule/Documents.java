package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;

/** Small effective documents for tests. */
public final class Documents {

    private Documents() {}

    public static LocatedElement written(String file, String text) {
        try {
            return new XmlReader().read(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableXmlException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** An effective element with the attributes of a written one, and others, true by default. */
    public static EffectiveElement element(String name, LocatedElement written, String... defaults) {
        EffectiveElement element = new EffectiveElement(name, new Origin.Written(written, null, name, null));
        for (Attribute attribute : new ArrayList<>(written.attributes())) {
            Origin origin = new Origin.Written(written, (LocatedAttribute) attribute, attribute.getValue(), null);
            element.add(new EffectiveAttribute(attribute.getName(), attribute.getValue(), origin));
        }
        for (String missing : defaults) {
            element.add(new EffectiveAttribute(missing, "true", new Origin.Default(written, missing)));
        }
        return element;
    }

    public static EffectiveElement element(String name, String written, String... defaults) {
        return element(name, written("web.config", written), defaults);
    }

    /** The first element of a name, at any depth. */
    public static LocatedElement find(Element root, String name) {
        List<Node> found = new ArrayList<>();
        collect(root, name, found);
        return (LocatedElement) found.get(0);
    }

    private static void collect(Element element, String name, List<Node> found) {
        if (element.getName().equals(name)) {
            found.add(element);
        }
        element.elements().forEach(child -> collect(child, name, found));
    }
}
