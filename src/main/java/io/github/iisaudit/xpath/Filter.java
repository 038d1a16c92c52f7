package io.github.iisaudit.xpath;

import java.util.List;
import org.dom4j.Node;

/** The nodes of an expression in brackets that pass the predicates behind it. */
final class Filter extends NodeSet {

    private final NodeSet nodes;
    private final Predicates predicates;

    Filter(NodeSet nodes, Predicates predicates) {
        this.nodes = nodes;
        this.predicates = predicates;
    }

    NodeSet filtered() {
        return nodes;
    }

    Predicates predicates() {
        return predicates;
    }

    @Override
    boolean isInOrder() {
        return true;
    }

    @Override
    boolean walk(Node at, Focus focus, NodeVisitor visitor) {
        List<Node> left = predicates.filter(nodes.nodes(at, focus), focus);
        for (Node node : left) {
            if (visitor.stopsAt(node)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean asksForPosition() {
        return nodes.asksForPosition();
    }
}
