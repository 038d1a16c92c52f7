package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;

/** {@code and} or {@code or} between two or more operands, which asks no more of them than it must. */
final class Logic extends Expression {

    private final boolean isAnd;
    private final Expression[] operands;

    Logic(boolean isAnd, Expression... operands) {
        this.isAnd = isAnd;
        this.operands = operands;
    }

    boolean isAnd() {
        return isAnd;
    }

    Expression[] operands() {
        return operands;
    }

    @Override
    Type type() {
        return Type.BOOLEAN;
    }

    @Override
    boolean holds(Node at, Focus focus) {
        for (Expression operand : operands) {
            if (operand.holds(at, focus) != isAnd) {
                return !isAnd;
            }
        }
        return isAnd;
    }

    @Override
    boolean asksForPosition() {
        return anyAsksForPosition(operands);
    }
}
