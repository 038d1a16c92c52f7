package io.github.iisaudit.xpath;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes expressions as {@link ExpressionReader} reads them. */
final class ExpressionWriter {

    private final Compilation out;

    ExpressionWriter(Compilation out) {
        this.out = out;
    }

    void write(Expression expression) {
        if (expression instanceof Constant constant) {
            constant(constant);
        } else if (expression instanceof Logic logic) {
            out.number(logic.isAnd() ? ExpressionReader.AND : ExpressionReader.OR);
            all(logic.operands());
        } else if (expression instanceof Comparison comparison) {
            out.number(ExpressionReader.COMPARISON);
            operator(comparison.operator(), comparison.left(), comparison.right());
        } else if (expression instanceof Arithmetic arithmetic) {
            out.number(ExpressionReader.ARITHMETIC);
            operator(arithmetic.operator(), arithmetic.left(), arithmetic.right());
        } else if (expression instanceof Call call) {
            out.number(kind(call));
            out.string(call.function());
            all(call.arguments());
        } else {
            nodes(expression);
        }
    }

    private void constant(Constant constant) {
        boolean isText = constant.type() == Signature.Type.STRING;
        out.number(isText ? ExpressionReader.TEXT : ExpressionReader.NUMBER);
        out.string(isText ? constant.text() : Double.toString(constant.number()));
    }

    private void operator(String operator, Expression left, Expression right) {
        out.string(operator);
        write(left);
        write(right);
    }

    private static int kind(Call call) {
        return switch (call.type()) {
            case BOOLEAN -> ExpressionReader.BOOLEAN_CALL;
            case NUMBER -> ExpressionReader.NUMBER_CALL;
            default -> ExpressionReader.STRING_CALL;
        };
    }

    private void nodes(Expression expression) {
        if (expression instanceof Path path) {
            path(path);
        } else if (expression instanceof Union union) {
            out.number(ExpressionReader.UNION);
            all(union.parts());
        } else if (expression instanceof Filter filter) {
            out.number(ExpressionReader.FILTER);
            write(filter.filtered());
            all(filter.predicates().conditions());
        } else {
            throw new IllegalStateException("only jaxen can evaluate this: " + expression);
        }
    }

    private void path(Path path) {
        NodeSet start = path.start();
        if (start != null) {
            out.number(ExpressionReader.PATH_FROM);
            write(start);
        } else {
            out.number(path.isAbsolute() ? ExpressionReader.ABSOLUTE_PATH : ExpressionReader.RELATIVE_PATH);
        }
        steps(path.steps());
    }

    private void steps(@Nullable Step first) {
        Deque<Step> backwards = new ArrayDeque<>();
        for (Step step = first; step != null; step = step.next()) {
            backwards.push(step);
        }
        out.number(backwards.size());
        for (Step step : backwards) {
            out.number(step.axis().ordinal());
            out.string(step.test());
            all(step.predicates().conditions());
        }
    }

    private void all(Expression[] expressions) {
        out.number(expressions.length);
        for (Expression expression : expressions) {
            write(expression);
        }
    }
}
