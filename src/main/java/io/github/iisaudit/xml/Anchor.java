package io.github.iisaudit.xml;

import java.util.List;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;

/**
 * A place by names instead of offsets: the elements around it, told apart by their keys, without the root element, such
 * as {@code location[Intranet]/system.webServer/security/access/@sslFlags}. It stays when lines move and tags are
 * indented anew. Places that bear the same names have the same anchor.
 */
public final class Anchor {

    /** Attributes by which IIS and people tell elements of one name apart, the most telling first. */
    private static final List<String> KEYS = List.of("name", "path", "key", "bindingInformation", "value", "id");

    private Anchor() {}

    /**
     * The anchor of an element, an attribute, or else of the element around it; empty for the root element and outside
     * it.
     */
    public static String of(Node node) {
        if (node instanceof Attribute) {
            return of(node.getParent(), ((Attribute) node).getQualifiedName());
        }
        StringBuilder path = new StringBuilder();
        Element element = node instanceof Element ? (Element) node : node.getParent();
        while (element != null && element.getParent() != null) {
            path.insert(0, "/" + step(element));
            element = element.getParent();
        }
        return path.length() == 0 ? "" : path.substring(1);
    }

    /** The anchor of an attribute that an element has or could have. */
    public static String of(Element owner, String attribute) {
        String path = of(owner);
        return path.isEmpty() ? "@" + attribute : path + "/@" + attribute;
    }

    /** An element by its name and, where it has one, what tells it from others of that name. */
    public static String step(Element element) {
        for (String key : KEYS) {
            String value = element.attributeValue(key);
            if (value != null) {
                return element.getQualifiedName() + "[" + value + "]";
            }
        }
        return element.getQualifiedName();
    }
}
