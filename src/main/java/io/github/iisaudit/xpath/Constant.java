package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Node;

/** A string or a number as it stands in an XPath. */
final class Constant extends Expression {

    private final Type type;
    private final String text;
    private final double number;

    private Constant(Type type, String text, double number) {
        this.type = type;
        this.text = text;
        this.number = number;
    }

    static Constant of(String text) {
        return new Constant(Type.STRING, text, number(text));
    }

    static Constant of(double number) {
        return new Constant(Type.NUMBER, text(number), number);
    }

    String text() {
        return text;
    }

    double number() {
        return number;
    }

    @Override
    Type type() {
        return type;
    }

    @Override
    String string(Node at, Focus focus) {
        return text;
    }

    @Override
    double number(Node at, Focus focus) {
        return number;
    }

    @Override
    boolean asksForPosition() {
        return false;
    }
}
