package io.github.iisaudit.xpath;

import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;
import org.jaxen.expr.Expr;

/** Nodes that only jaxen can select, as by the axis {@code following}. */
final class JaxenNodes extends NodeSet {

    private final Expr expr;

    JaxenNodes(Expr expr) {
        this.expr = expr;
    }

    @Override
    boolean isInOrder() {
        return true;
    }

    @Override
    boolean walk(Node at, Focus focus, NodeVisitor visitor) {
        for (Node node : nodes(at, focus)) {
            if (visitor.stopsAt(node)) {
                return true;
            }
        }
        return false;
    }

    @Override
    List<Node> nodes(Node at, Focus focus) {
        List<Node> nodes = new ArrayList<>();
        for (Object node : (List<?>) JaxenValue.of(expr, at, focus)) {
            nodes.add((Node) node);
        }
        return nodes;
    }

    @Override
    boolean asksForPosition() {
        return true;
    }
}
