package io.github.iisaudit.rule;

import io.github.iisaudit.rule.Signature.Type;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.JaxenException;
import org.jaxen.SimpleVariableContext;
import org.jaxen.dom4j.DocumentNavigator;
import org.jaxen.dom4j.Dom4jXPath;
import org.jaxen.expr.Expr;
import org.jaxen.function.BooleanFunction;
import org.jaxen.function.StringFunction;

/**
 * A compiled XPath 1.0 that can reach nothing but the tree it is given: no {@code document()}, no variables, no
 * functions but those of {@link IisFunctions} and of XPath itself. Once compiled it evaluates without fail. Immutable
 * and safe for use by several threads, each on a tree of its own.
 */
public final class SafeXPath {

    private static final int LONGEST = 4000;

    private final String text;
    private final Expr expr;
    private final boolean selectsNodes;

    private SafeXPath(String text, Expr expr, boolean selectsNodes) {
        this.text = text;
        this.expr = expr;
        this.selectsNodes = selectsNodes;
    }

    /**
     * Compiles an expression.
     *
     * @throws InvalidXPathException if it is none, or uses what is not there
     */
    public static SafeXPath compile(String xpath) throws InvalidXPathException {
        if (xpath.length() > LONGEST) {
            throw new InvalidXPathException("longer than " + LONGEST + " characters");
        }
        XPathTokens.check(xpath);
        try {
            Expr expr = new Dom4jXPath(xpath).getRootExpr();
            return new SafeXPath(xpath, expr, XPathCheck.type(expr) == Type.NODES);
        } catch (JaxenException e) {
            String reason = e.getMessage() == null ? "no XPath" : e.getMessage();
            throw new InvalidXPathException(RuleText.oneLine(reason));
        }
    }

    /** Whether its value is nodes, and not a string, a number or a boolean. */
    public boolean selectsNodes() {
        return selectsNodes;
    }

    /**
     * The nodes that it selects, each once, in document order.
     *
     * @throws IllegalStateException if it does not select nodes
     */
    public List<Node> nodes(Node from) {
        if (!selectsNodes) {
            throw new IllegalStateException("selects no nodes: " + text);
        }
        List<Node> nodes = new ArrayList<>();
        for (Object node : (List<?>) evaluate(from)) {
            nodes.add((Node) node);
        }
        return nodes;
    }

    /** Its value as {@code boolean()} gives it: whether there is a node, a character, a number that is not 0. */
    public boolean holds(Node from) {
        return BooleanFunction.evaluate(evaluate(from), DocumentNavigator.getInstance());
    }

    /** Its value as {@code string()} gives it: of nodes, the text of the first. */
    public String string(Node from) {
        return StringFunction.evaluate(evaluate(from), DocumentNavigator.getInstance());
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * A context for each call: contexts keep what is found on the way, and one that threads share gives wrong answers.
     */
    private Object evaluate(Node from) {
        Context context = new Context(new ContextSupport(
                IisFunctions.NAMESPACES,
                IisFunctions.CONTEXT,
                new SimpleVariableContext(),
                DocumentNavigator.getInstance()));
        context.setNodeSet(List.of(from));
        context.setSize(1);
        context.setPosition(1);
        try {
            return expr.evaluate(context);
        } catch (JaxenException e) {
            throw new IllegalStateException("cannot evaluate " + text, e);
        }
    }
}
