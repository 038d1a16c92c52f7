package io.github.iisaudit.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dom4j.Branch;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.Node;
import org.jaxen.JaxenException;
import org.jaxen.dom4j.DocumentNavigator;
import org.jaxen.dom4j.Dom4jXPath;
import org.jaxen.expr.Expr;
import org.jaxen.function.BooleanFunction;
import org.jaxen.function.StringFunction;

/** What jaxen says of an expression that the program evaluates by itself. */
public final class JaxenOracle {

    private final String text;
    private final Expr expr;

    public JaxenOracle(String text) {
        try {
            this.text = text;
            this.expr = new Dom4jXPath(text).getRootExpr();
        } catch (JaxenException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Whether the program leaves an expression as a whole to jaxen. */
    public static boolean isNeededFor(SafeXPath xpath) {
        return xpath.expression() instanceof JaxenValue || xpath.expression() instanceof JaxenNodes;
    }

    /** Holds the program's answers against jaxen's. */
    public void agreesWith(SafeXPath xpath, Node at, Focus focus) throws JaxenException {
        Object value = JaxenFunctions.evaluate(expr, at, focus);
        Supplier<String> where = () -> text + " from " + at.getPath();
        if (xpath.selectsNodes()) {
            // Nodes are compared by identity: none of them says when it equals another.
            assertThat(xpath.nodes(at, focus)).as(where).isEqualTo(value);
        }
        assertThat(xpath.string(at, focus))
                .as(where)
                .isEqualTo(StringFunction.evaluate(value, DocumentNavigator.getInstance()));
        assertThat(xpath.holds(at, focus))
                .as(where)
                .isEqualTo(BooleanFunction.evaluate(value, DocumentNavigator.getInstance()));
    }

    /** All nodes of a tree, attributes too; without declarations of namespaces, which have no place in it. */
    public static List<Node> nodes(Branch top) {
        List<Node> nodes = new ArrayList<>(List.of(top));
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Branch branch) {
                for (int child = 0; child < branch.nodeCount(); child++) {
                    if (!(branch.node(child) instanceof Namespace)) {
                        nodes.add(branch.node(child));
                    }
                }
            }
            if (nodes.get(i) instanceof Element element) {
                nodes.addAll(element.attributes());
            }
        }
        return nodes;
    }
}
