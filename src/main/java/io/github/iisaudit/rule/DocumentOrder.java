package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Branch;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * Sorts nodes of one tree by walking through that part of the tree that holds them, which takes time in proportion to it.
 * Attributes come before children, those of one element in the order of their names. Used for one sort.
 */
final class DocumentOrder {

    private static final Comparator<Attribute> BY_NAME = new Comparator<>() {
        @Override
        public int compare(Attribute a, Attribute b) {
            return a.getQualifiedName().compareTo(b.getQualifiedName());
        }
    };

    private final Set<Node> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Node> sorted = new ArrayList<>();

    private DocumentOrder() {}

    /** The nodes, each once, in document order. */
    static List<Node> sorted(List<Node> nodes) {
        if (nodes.size() < 2) {
            return nodes;
        }
        DocumentOrder order = new DocumentOrder();
        order.wanted.addAll(nodes);
        order.visit(order.top(nodes));
        return order.sorted;
    }

    /** Notes what stands around the nodes, and returns what stands around all of it. */
    private Node top(List<Node> nodes) {
        Node top = nodes.get(0);
        for (Node node : nodes) {
            Node last = node;
            for (Node n = parent(node); n != null && around.add(n); n = parent(n)) {
                last = n;
            }
            top = parent(last) == null ? last : top;
        }
        return top;
    }

    /** The element around a node, or the document; null for what has neither. */
    static @Nullable Node parent(Node node) {
        Node parent = node.getParent();
        if (parent != null) {
            return parent;
        }
        Node document = node.getDocument();
        return document == node ? null : document;
    }

    private void visit(Node node) {
        if (wanted.contains(node)) {
            sorted.add(node);
        }
        if (around.contains(node) && node instanceof Branch branch) {
            if (branch instanceof Element element) {
                attributes(element);
            }
            for (int i = 0; i < branch.nodeCount(); i++) {
                visit(branch.node(i));
            }
        }
    }

    private void attributes(Element element) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < element.attributeCount(); i++) {
            if (wanted.contains(element.attribute(i))) {
                attributes.add(element.attribute(i));
            }
        }
        attributes.sort(BY_NAME);
        sorted.addAll(attributes);
    }
}
