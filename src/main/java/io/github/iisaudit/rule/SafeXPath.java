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
import org.jspecify.annotations.Nullable;

/**
 * A compiled XPath 1.0 that can reach nothing but the tree it is given: no {@code document()}, no variables, no
 * functions but those of {@link IisFunctions} and of XPath itself. Once compiled it evaluates without fail. Immutable
 * and safe for use by several threads, each on a tree of its own.
 */
public final class SafeXPath {

    private static final int LONGEST = 4000;

    private final String text;
    private volatile @Nullable Expr expr;

    private SafeXPath(String text, @Nullable Expr expr) {
        this.text = text;
        this.expr = expr;
    }

    /** An expression of the program's own rules, which the build has checked: it is compiled when it is first evaluated. */
    static SafeXPath trusted(String xpath) {
        return new SafeXPath(xpath, null);
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
            XPathCheck.type(expr);
            return new SafeXPath(xpath, expr);
        } catch (JaxenException e) {
            String reason = e.getMessage() == null ? "no XPath" : e.getMessage();
            throw new InvalidXPathException(RuleText.oneLine(reason));
        }
    }

    /** Whether its value is nodes, and not a string, a number or a boolean. */
    public boolean selectsNodes() {
        try {
            return XPathCheck.type(expr()) == Type.NODES;
        } catch (InvalidXPathException e) {
            throw new IllegalStateException("unchecked: " + text, e);
        }
    }

    private Expr expr() {
        Expr compiled = expr;
        if (compiled == null) {
            try {
                compiled = new Dom4jXPath(text).getRootExpr();
            } catch (JaxenException e) {
                throw new IllegalStateException("unchecked: " + text, e);
            }
            expr = compiled;
        }
        return compiled;
    }

    /**
     * The nodes that it selects, each once, in document order.
     *
     * @throws IllegalStateException if it does not select nodes
     */
    public List<Node> nodes(Node from) {
        Object value = evaluate(from);
        if (!(value instanceof List)) {
            throw new IllegalStateException("selects no nodes: " + text);
        }
        List<Node> nodes = new ArrayList<>();
        for (Object node : (List<?>) value) {
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
            return expr().evaluate(context);
        } catch (JaxenException e) {
            throw new IllegalStateException("cannot evaluate " + text, e);
        }
    }
}
