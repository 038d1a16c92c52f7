package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveElement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * How to come to a node from the root of an effective document: the same in all documents that say the same in a part.
 *
 * @param part the path of the section or fact that it stands in; empty for the root
 * @param steps from there the places of elements within each other, the innermost first
 * @param attribute the name of the attribute that it is, or null for an element
 */
record Way(String part, List<Integer> steps, @Nullable String attribute) {

    /** @param places what is known of where elements stand */
    static Way to(Node node, Places places) {
        boolean isAttribute = node instanceof Attribute;
        Element at = isAttribute ? node.getParent() : (Element) node;
        List<Integer> steps = new ArrayList<>();
        String part = part(at);
        while (part == null) {
            steps.add(places.of(at));
            at = at.getParent();
            part = part(at);
        }
        return new Way(part, steps, isAttribute ? ((Attribute) node).getQualifiedName() : null);
    }

    /**
     * The places of elements within others. Nodes that are asked for in their order are found where the one before was, so that all of a
     * long list take no longer than a look at it. Of documents that do not change.
     */
    static final class Places {

        private final Map<Element, Integer> last = new IdentityHashMap<>();

        private int of(Element element) {
            Element parent = element.getParent();
            int count = parent.nodeCount();
            int start = last.getOrDefault(parent, 0);
            for (int i = 0; i < count; i++) {
                int at = start + i < count ? start + i : start + i - count;
                if (parent.node(at) == element) {
                    last.put(parent, at);
                    return at;
                }
            }
            throw new IllegalArgumentException("an element is not where its parent is");
        }
    }

    private static @Nullable String part(Element element) {
        String part = element instanceof EffectiveElement effective ? effective.part() : null;
        return part == null && element.getParent() == null ? "" : part;
    }

    /** The node that it leads to. */
    Node in(Element root) {
        Element at = root;
        if (!part.isEmpty()) {
            for (String name : part.split("/")) {
                at = at.element(name);
            }
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            at = (Element) at.node(steps.get(i));
        }
        return attribute == null ? at : at.attribute(attribute);
    }
}
