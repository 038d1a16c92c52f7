package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;

/** What stands in brackets behind a step or an expression: each lets some of the nodes through that the one before left. */
final class Predicates {

    static final Predicates NONE = new Predicates();

    private final Expression[] conditions;

    /** Whether it takes more than a node itself to tell if it passes. */
    private final boolean arePositional;

    Predicates(Expression... conditions) {
        this.conditions = conditions;
        boolean isPositional = false;
        for (Expression condition : conditions) {
            isPositional |= condition.type() == Type.NUMBER || condition.asksForPosition();
        }
        this.arePositional = isPositional;
    }

    Expression[] conditions() {
        return conditions;
    }

    boolean arePositional() {
        return arePositional;
    }

    /** Whether a node passes that needs no other beside it. */
    boolean pass(Node node, Focus focus) {
        for (Expression condition : conditions) {
            if (!condition.holds(node, focus)) {
                return false;
            }
        }
        return true;
    }

    /** The nodes that pass. */
    List<Node> filter(List<Node> nodes, Focus focus) {
        List<Node> left = nodes;
        for (Expression condition : conditions) {
            left = filter(left, condition, focus);
        }
        return left;
    }

    private static List<Node> filter(List<Node> nodes, Expression condition, Focus focus) {
        List<Node> left = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Focus here = focus.at(i + 1, nodes.size());
            Node node = nodes.get(i);
            boolean passes = condition.type() == Type.NUMBER
                    ? condition.number(node, here) == i + 1
                    : condition.holds(node, here);
            if (passes) {
                left.add(node);
            }
        }
        return left;
    }
}
