package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;

/** A call of a function that returns a number. */
final class NumberCall extends Call {

    NumberCall(String function, Expression[] arguments) {
        super(function, arguments);
    }

    @Override
    Type type() {
        return Type.NUMBER;
    }

    @Override
    double number(Node at, Focus focus) {
        return switch (function()) {
            case "position" -> focus.position();
            case "last" -> focus.size();
            case "count" -> ((NodeSet) arguments()[0]).nodes(at, focus).size();
            case "sum" -> sum(at, focus);
            case "number" -> value(at, focus);
            case "floor" -> Math.floor(value(at, focus));
            case "ceiling" -> Math.ceil(value(at, focus));
            case "round" -> rounded(value(at, focus));
            case "string-length" -> length(text(0, at, focus));
            default -> throw new IllegalStateException("no function " + function());
        };
    }

    private double value(Node at, Focus focus) {
        return arguments().length == 0 ? number(focus.steps().text(at)) : arguments()[0].number(at, focus);
    }

    private double sum(Node at, Focus focus) {
        double sum = 0;
        for (Node node : ((NodeSet) arguments()[0]).nodes(at, focus)) {
            sum += number(focus.steps().text(node));
        }
        return sum;
    }

    /** Halves go up. */
    static double rounded(double number) {
        return Double.isNaN(number) || Double.isInfinite(number) ? number : Math.round(number);
    }

    /** In characters as people count them, not in UTF-16 code units. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    boolean asksForPosition() {
        return function().equals("position") || function().equals("last") || super.asksForPosition();
    }
}
