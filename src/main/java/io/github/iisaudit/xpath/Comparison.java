package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=} between two operands. Nodes compare as any one among
 * them does, so {@code @x != 'y'} is false where there is no {@code @x}.
 */
final class Comparison extends Expression {

    private final String operator;
    private final Expression left;
    private final Expression right;
    private final boolean isEquality;

    Comparison(String operator, Expression left, Expression right) {
        boolean isTurned = right.type() == Type.NODES && left.type() != Type.NODES;
        this.operator = (isTurned ? turned(operator) : operator).intern();
        this.left = isTurned ? right : left;
        this.right = isTurned ? left : right;
        this.isEquality = operator.equals("=") || operator.equals("!=");
    }

    /** The operator for the same operands the other way round. */
    private static String turned(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
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
        return Type.BOOLEAN;
    }

    @Override
    boolean holds(Node at, Focus focus) {
        if (isEquality && (left.type() == Type.BOOLEAN || right.type() == Type.BOOLEAN)) {
            return (left.holds(at, focus) == right.holds(at, focus)) == operator.equals("=");
        } else if (left instanceof NodeSet nodes) {
            return anyHolds(nodes, at, focus);
        } else if (isEquality && left.type() == Type.STRING && right.type() == Type.STRING) {
            return test(operator, left.string(at, focus), right.string(at, focus));
        }
        return test(operator, left.number(at, focus), right.number(at, focus));
    }

    private boolean anyHolds(NodeSet nodes, Node at, Focus focus) {
        if (right instanceof NodeSet others) {
            for (Node node : nodes.nodes(at, focus)) {
                String text = focus.steps().text(node);
                if (others.walk(at, focus, new Partner(turned(operator), text, focus.steps()))) {
                    return true;
                }
            }
            return false;
        }
        if (right.type() == Type.NUMBER) {
            return nodes.walk(at, focus, new Partner(operator, right.number(at, focus), focus.steps()));
        }
        return nodes.walk(at, focus, new Partner(operator, right.string(at, focus), focus.steps()));
    }

    private static boolean test(String operator, String a, String b) {
        return switch (operator) {
            case "=" -> a.equals(b);
            case "!=" -> !a.equals(b);
            default -> test(operator, number(a), number(b));
        };
    }

    /** What is not a number is different from everything, and neither smaller nor larger. */
    private static boolean test(String operator, double a, double b) {
        return switch (operator) {
            case "=" -> a == b;
            case "!=" -> a != b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    @Override
    boolean asksForPosition() {
        return left.asksForPosition() || right.asksForPosition();
    }

    /** Stops at the first node that compares with a string or a number as wanted. */
    private static final class Partner implements NodeVisitor {

        private final String operator;
        private final boolean isEqual;
        private final @Nullable String text;
        private final double number;
        private final Steps steps;

        Partner(String operator, String text, Steps steps) {
            this.operator = operator;
            this.isEqual = operator.equals("=");
            this.text = text;
            this.number = Double.NaN;
            this.steps = steps;
        }

        Partner(String operator, double number, Steps steps) {
            this.operator = operator;
            this.isEqual = operator.equals("=");
            this.text = null;
            this.number = number;
            this.steps = steps;
        }

        @Override
        public boolean stopsAt(Node node) {
            String value = steps.text(node);
            if (isEqual && text != null) {
                return value.equals(text);
            }
            return text == null ? test(operator, number(value), number) : test(operator, value, text);
        }
    }
}
