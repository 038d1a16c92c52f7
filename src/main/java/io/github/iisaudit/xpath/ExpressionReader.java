package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Step.Axis;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of a compiled catalogue. Used for one expression. */
final class ExpressionReader {

    static final int TEXT = 0;
    static final int NUMBER = 1;
    static final int AND = 2;
    static final int OR = 3;
    static final int COMPARISON = 4;
    static final int ARITHMETIC = 5;
    static final int BOOLEAN_CALL = 6;
    static final int NUMBER_CALL = 7;
    static final int STRING_CALL = 8;
    static final int RELATIVE_PATH = 9;
    static final int ABSOLUTE_PATH = 10;
    static final int PATH_FROM = 11;
    static final int UNION = 12;
    static final int FILTER = 13;

    private static final Axis[] AXES = Axis.values();

    private final Compiled.Cursor in;

    ExpressionReader(Compiled.Cursor in) {
        this.in = in;
    }

    Expression expression() {
        int kind = in.number();
        return switch (kind) {
            case TEXT -> Constant.of(in.string());
            case NUMBER -> Constant.of(Double.parseDouble(in.string()));
            case AND, OR -> new Logic(kind == AND, expressions());
            case COMPARISON -> new Comparison(in.string(), expression(), expression());
            case ARITHMETIC -> new Arithmetic(in.string(), expression(), expression());
            case BOOLEAN_CALL -> new BooleanCall(in.string(), expressions());
            case NUMBER_CALL -> new NumberCall(in.string(), expressions());
            case STRING_CALL -> new StringCall(in.string(), expressions());
            default -> nodes(kind);
        };
    }

    private NodeSet nodes(int kind) {
        return switch (kind) {
            case RELATIVE_PATH, ABSOLUTE_PATH -> Path.of(kind == ABSOLUTE_PATH, steps(in.number()));
            case PATH_FROM -> Path.from(nodes(in.number()), steps(in.number()));
            case UNION -> union();
            case FILTER -> new Filter(nodes(in.number()), new Predicates(expressions()));
            default -> throw new IllegalStateException("no expression " + kind);
        };
    }

    private Expression[] expressions() {
        Expression[] expressions = new Expression[in.number()];
        for (int i = 0; i < expressions.length; i++) {
            expressions[i] = expression();
        }
        return expressions;
    }

    private Union union() {
        NodeSet[] parts = new NodeSet[in.number()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = nodes(in.number());
        }
        return new Union(parts);
    }

    /** The steps come from the last to the first, for each knows the one after it. */
    private @Nullable Step steps(int count) {
        Step step = null;
        for (int i = 0; i < count; i++) {
            Axis axis = AXES[in.number()];
            String test = in.string();
            Expression[] conditions = expressions();
            step = new Step(axis, test, conditions.length == 0 ? Predicates.NONE : new Predicates(conditions), step);
        }
        return step;
    }
}
