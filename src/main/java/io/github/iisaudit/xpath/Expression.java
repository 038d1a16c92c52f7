package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;
import org.jaxen.function.StringFunction;

/**
 * A compiled XPath 1.0 expression (https://www.w3.org/TR/1999/REC-xpath-19991116/) that works on dom4j's nodes themselves. It
 * has one type; asked for another it converts as XPath says. Each kind of expression overrides the question of its own type.
 * Immutable and safe for use by several threads.
 */
abstract class Expression {

    static final Expression[] NONE = {};

    private static final double LARGEST_EXACT = 1e15;

    /** The type of its value: nodes, a string, a number or a boolean. */
    abstract Type type();

    /** Its value as {@code boolean()} gives it. */
    boolean holds(Node at, Focus focus) {
        if (type() == Type.NUMBER) {
            double number = number(at, focus);
            return number != 0 && !Double.isNaN(number);
        }
        return !string(at, focus).isEmpty();
    }

    /** Its value as {@code string()} gives it. */
    String string(Node at, Focus focus) {
        if (type() == Type.NUMBER) {
            return text(number(at, focus));
        }
        return holds(at, focus) ? "true" : "false";
    }

    /** Its value as {@code number()} gives it. */
    double number(Node at, Focus focus) {
        if (type() == Type.BOOLEAN) {
            return holds(at, focus) ? 1 : 0;
        }
        return number(string(at, focus));
    }

    /** Whether it depends on the place of the node that it starts from among others. */
    abstract boolean asksForPosition();

    static boolean anyAsksForPosition(Expression[] expressions) {
        for (Expression expression : expressions) {
            if (expression.asksForPosition()) {
                return true;
            }
        }
        return false;
    }

    /** XPath writes numbers without an exponent. */
    static String text(double number) {
        boolean isInteger = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT;
        return isInteger ? Long.toString((long) number) : StringFunction.evaluate(number, null);
    }

    /** A number as XPath writes one, with white space around it; everything else is not a number. */
    static double number(String text) {
        String number = text.trim();
        return isNumber(number) ? Double.parseDouble(number) : Double.NaN;
    }

    private static boolean isNumber(String text) {
        int digits = 0;
        int dots = 0;
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && dots <= 1;
    }
}
