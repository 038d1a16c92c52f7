package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;

/** {@code +}, {@code -}, {@code *}, {@code div} or {@code mod} between two operands. */
final class Arithmetic extends Expression {

    private final String operator;
    private final Expression left;
    private final Expression right;

    Arithmetic(String operator, Expression left, Expression right) {
        this.operator = operator.intern();
        this.left = left;
        this.right = right;
    }

    String operator() {
        return operator;
    }

    Expression left() {
        return left;
    }

    Expression right() {
        return right;
    }

    @Override
    Type type() {
        return Type.NUMBER;
    }

    @Override
    double number(Node at, Focus focus) {
        double a = left.number(at, focus);
        double b = right.number(at, focus);
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "div" -> a / b;
            case "mod" -> a % b;
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    @Override
    boolean asksForPosition() {
        return left.asksForPosition() || right.asksForPosition();
    }
}
