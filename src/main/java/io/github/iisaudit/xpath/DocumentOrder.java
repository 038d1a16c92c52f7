package io.github.iisaudit.xpath;

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

    private final Focus focus;

    private DocumentOrder(Focus focus) {
        this.focus = focus;
    }

    /** The nodes, each once, in the order of the document that the focus is on. */
    static List<Node> sorted(List<Node> nodes, Focus focus) {
        if (nodes.size() < 2) {
            return nodes;
        }
        DocumentOrder order = new DocumentOrder(focus);
        order.wanted.addAll(nodes);
        order.visit(order.top(nodes));
        return order.sorted;
    }

    /** Notes what stands around the nodes, and returns what stands around all of it. */
    private Node top(List<Node> nodes) {
        Node top = nodes.get(0);
        for (Node node : nodes) {
            Node last = node;
            for (Node n = Focus.parentOf(node); n != null && around.add(n); n = Focus.parentOf(n)) {
                focus.steps().take();
                last = n;
            }
            top = Focus.parentOf(last) == null ? last : top;
        }
        return top;
    }

    private void visit(Node node) {
        focus.steps().take();
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
