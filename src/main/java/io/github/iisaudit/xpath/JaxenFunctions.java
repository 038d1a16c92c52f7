package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import java.util.List;
import java.util.Objects;
import org.dom4j.Node;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.FunctionContext;
import org.jaxen.JaxenException;
import org.jaxen.NamespaceContext;
import org.jaxen.SimpleFunctionContext;
import org.jaxen.SimpleVariableContext;
import org.jaxen.XPathFunctionContext;
import org.jaxen.expr.Expr;
import org.jaxen.function.StringFunction;

/** Evaluates by jaxen what {@link Expression} cannot, with the functions of {@link Call}. Safe for use by several threads. */
final class JaxenFunctions {

    private static final String PREFIX = "iis:";
    private static final String NAMESPACE = "urn:iisaudit";
    private static final NamespaceContext NAMESPACES = prefix -> "iis".equals(prefix) ? NAMESPACE : null;
    private static final FunctionContext FUNCTIONS = functions();

    private JaxenFunctions() {}

    /** There are no variables; it hands the focus on to functions. */
    private static final class Focused extends SimpleVariableContext {

        private final transient Focus focus;

        Focused(Focus focus) {
            this.focus = focus;
        }
    }

    /**
     * The value of an expression: a list of nodes, a string, a number or a boolean. A context for each call: contexts keep what
     * is found on the way, and one that threads share gives wrong answers.
     */
    static Object evaluate(Expr expr, Node from, Focus focus) throws JaxenException {
        Context context =
                new Context(new ContextSupport(NAMESPACES, FUNCTIONS, new Focused(focus), FocusNavigator.of(focus)));
        context.setNodeSet(List.of(from));
        context.setSize(1);
        context.setPosition(1);
        return expr.evaluate(context);
    }

    private static FunctionContext functions() {
        SimpleFunctionContext functions = new XPathFunctionContext(false);
        for (String name : Signature.FUNCTIONS.keySet()) {
            if (name.startsWith(PREFIX)) {
                functions.registerFunction(
                        NAMESPACE,
                        name.substring(PREFIX.length()),
                        (context, arguments) -> call(name, context, arguments));
            }
        }
        return functions;
    }

    /** What the call of a function gives that has these values for its arguments. */
    private static Object call(String name, Context context, List<?> values) {
        Expression[] arguments = new Expression[values.size()];
        for (int i = 0; i < arguments.length; i++) {
            Object value = values.get(i);
            arguments[i] = value instanceof List<?> nodes
                    ? new Given(nodes)
                    : Constant.of(StringFunction.evaluate(value, context.getNavigator()));
        }
        Call call = Objects.requireNonNull(Call.of(name, arguments));
        Node at = at(context);
        return call.type() == Type.BOOLEAN ? call.holds(at, focus(context)) : call.string(at, focus(context));
    }

    /** Nodes that jaxen has selected, in document order. */
    private static final class Given extends NodeSet {

        private final List<?> nodes;

        Given(List<?> nodes) {
            this.nodes = nodes;
        }

        @Override
        boolean walk(Node at, Focus focus, NodeVisitor visitor) {
            for (Object node : nodes) {
                if (visitor.stopsAt((Node) node)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        boolean isInOrder() {
            return true;
        }

        @Override
        boolean asksForPosition() {
            return false;
        }
    }

    private static Node at(Context context) {
        return (Node) context.getNodeSet().get(0);
    }

    private static Focus focus(Context context) {
        return ((Focused) context.getContextSupport().getVariableContext()).focus;
    }
}
