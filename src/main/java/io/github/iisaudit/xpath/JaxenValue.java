package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;
import org.jaxen.JaxenException;
import org.jaxen.dom4j.DocumentNavigator;
import org.jaxen.expr.Expr;
import org.jaxen.function.BooleanFunction;
import org.jaxen.function.NumberFunction;
import org.jaxen.function.StringFunction;

/** A string, a number or a boolean that only jaxen can work out, as by the function {@code lang()}. */
final class JaxenValue extends Expression {

    private final Expr expr;
    private final Type type;

    private JaxenValue(Expr expr, Type type) {
        this.expr = expr;
        this.type = type;
    }

    /** An expression of the given type by jaxen. */
    static Expression of(Expr expr, Type type) {
        return type == Type.NODES ? new JaxenNodes(expr) : new JaxenValue(expr, type);
    }

    static Object of(Expr expr, Node at, Focus focus) {
        try {
            return JaxenFunctions.evaluate(expr, at, focus);
        } catch (JaxenException e) {
            throw new IllegalStateException("cannot evaluate " + expr.getText(), e);
        }
    }

    @Override
    Type type() {
        return type;
    }

    @Override
    boolean holds(Node at, Focus focus) {
        return BooleanFunction.evaluate(of(expr, at, focus), DocumentNavigator.getInstance());
    }

    @Override
    String string(Node at, Focus focus) {
        return StringFunction.evaluate(of(expr, at, focus), DocumentNavigator.getInstance());
    }

    @Override
    double number(Node at, Focus focus) {
        return NumberFunction.evaluate(of(expr, at, focus), DocumentNavigator.getInstance());
    }

    @Override
    boolean asksForPosition() {
        return true;
    }
}
