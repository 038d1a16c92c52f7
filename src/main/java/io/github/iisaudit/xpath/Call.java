package io.github.iisaudit.xpath;

import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.ProcessingInstruction;
import org.jspecify.annotations.Nullable;

/** A call of a function. {@link Signature} says what there is; it holds that the arguments are as many and of the types. */
abstract class Call extends Expression {

    /** A shorter text is mostly told from others by its beginning. */
    private static final int LONG = 64;

    private final String function;
    private final Expression[] arguments;

    Call(String function, Expression[] arguments) {
        // Interned, for calls tell functions apart at each evaluation: equal texts that are the same are told at once.
        this.function = function.intern();
        this.arguments = arguments;
    }

    /** A call of a function that is there; null if only jaxen has it. */
    static @Nullable Call of(String function, Expression... arguments) {
        Signature signature = Signature.FUNCTIONS.get(function);
        if (signature == null || function.equals("id") || function.equals("lang")) {
            return null;
        }
        return switch (signature.result()) {
            case BOOLEAN -> new BooleanCall(function, arguments);
            case NUMBER -> new NumberCall(function, arguments);
            case STRING -> new StringCall(function, arguments);
            default -> null;
        };
    }

    String function() {
        return function;
    }

    Expression[] arguments() {
        return arguments;
    }

    /** The string of an argument; of the node that the call starts from where there is no such argument. */
    final String text(int index, Node at, Focus focus) {
        return index < arguments.length
                ? arguments[index].string(at, focus)
                : focus.steps().text(at);
    }

    /** The first node of the only argument; the node that the call starts from where there is none. */
    final @Nullable Node node(Node at, Focus focus) {
        return arguments.length == 0 ? at : ((NodeSet) arguments[0]).first(at, focus);
    }

    /** Where a text is in another one; negative where it is not. */
    static int find(String text, String found, Focus focus) {
        focus.steps().takeFor(text, 1 + found.length() / LONG);
        return text.indexOf(found);
    }

    /** The first node of an argument. */
    final @Nullable Node node(int index, Node at, Focus focus) {
        return ((NodeSet) arguments[index]).first(at, focus);
    }

    /** The qualified name; empty for what has none. */
    static String name(@Nullable Node node) {
        if (node instanceof Element element) {
            return element.getQualifiedName();
        } else if (node instanceof Attribute attribute) {
            return attribute.getQualifiedName();
        }
        return node instanceof ProcessingInstruction instruction ? instruction.getTarget() : "";
    }

    @Override
    boolean asksForPosition() {
        return anyAsksForPosition(arguments);
    }
}
