package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** An expression that selects nodes. */
abstract class NodeSet extends Expression {

    /**
     * Shows a visitor the nodes until it has seen enough, and tells whether it has. They come in document order and once each
     * only if {@link #isInOrder} says so.
     */
    abstract boolean walk(Node at, Focus focus, NodeVisitor visitor);

    /** Whether {@link #walk} keeps to document order for certain and shows no node twice. */
    abstract boolean isInOrder();

    /** Whether it selects the same nodes wherever in a document it starts. */
    boolean isOfDocument() {
        return false;
    }

    /** The nodes, each once, in document order. */
    List<Node> nodes(Node at, Focus focus) {
        Collection all = new Collection();
        walk(at, focus, all);
        return isInOrder() ? all.nodes : DocumentOrder.sorted(all.nodes, focus);
    }

    /** The first node in document order, or null where it selects none. */
    @Nullable
    Node first(Node at, Focus focus) {
        if (isInOrder()) {
            First first = new First();
            walk(at, focus, first);
            return first.node;
        }
        List<Node> nodes = nodes(at, focus);
        return nodes.isEmpty() ? null : nodes.get(0);
    }

    @Override
    Type type() {
        return Type.NODES;
    }

    @Override
    boolean holds(Node at, Focus focus) {
        return walk(at, focus, NodeVisitor.ANY);
    }

    @Override
    String string(Node at, Focus focus) {
        Node first = first(at, focus);
        return first == null ? "" : focus.steps().text(first);
    }

    /** Keeps every node. */
    static final class Collection implements NodeVisitor {

        List<Node> nodes = List.of();

        @Override
        public boolean stopsAt(Node node) {
            if (nodes.isEmpty()) {
                nodes = new ArrayList<>();
            }
            nodes.add(node);
            return false;
        }
    }

    private static final class First implements NodeVisitor {

        @Nullable
        Node node;

        @Override
        public boolean stopsAt(Node found) {
            node = found;
            return true;
        }
    }
}
