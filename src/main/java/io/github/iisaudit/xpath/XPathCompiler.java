package io.github.iisaudit.xpath;

import io.github.iisaudit.xml.OneLine;
import io.github.iisaudit.xpath.Signature.Type;
import io.github.iisaudit.xpath.Step.Axis;
import java.util.ArrayList;
import java.util.List;
import org.jaxen.JaxenException;
import org.jaxen.dom4j.Dom4jXPath;
import org.jaxen.expr.AllNodeStep;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.CommentNodeStep;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.expr.LiteralExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.LogicalExpr;
import org.jaxen.expr.NameStep;
import org.jaxen.expr.NumberExpr;
import org.jaxen.expr.PathExpr;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.RelationalExpr;
import org.jaxen.expr.TextNodeStep;
import org.jaxen.expr.UnaryExpr;
import org.jaxen.expr.UnionExpr;
import org.jspecify.annotations.Nullable;

/**
 * Turns what jaxen parses, and {@link XPathCheck} checks, into an {@link Expression}. jaxen takes about thirty times as long to
 * evaluate the same; it does so where nothing else can.
 */
final class XPathCompiler {

    /** What only jaxen can evaluate. */
    private static final class UnsupportedXPathException extends Exception {

        UnsupportedXPathException(String what) {
            super(what);
        }
    }

    private static final int LONGEST = 4000;

    private XPathCompiler() {}

    /**
     * Compiles an expression.
     *
     * @throws InvalidXPathException if it is none, or uses what is not there
     */
    static Expression compile(String xpath) throws InvalidXPathException {
        if (xpath.length() > LONGEST) {
            throw new InvalidXPathException("longer than " + LONGEST + " characters");
        }
        XPathTokens.check(xpath);
        Expr expr;
        try {
            expr = new Dom4jXPath(xpath).getRootExpr();
        } catch (JaxenException e) {
            String reason = e.getMessage() == null ? "no XPath" : e.getMessage();
            throw new InvalidXPathException(OneLine.of(reason));
        }
        Type type = XPathCheck.type(expr);
        try {
            return any(expr);
        } catch (UnsupportedXPathException e) {
            return JaxenValue.of(expr, type);
        }
    }

    private static Expression any(Expr expr) throws UnsupportedXPathException {
        if (expr instanceof BinaryExpr) {
            return binary((BinaryExpr) expr);
        } else if (expr instanceof FunctionCallExpr) {
            return call((FunctionCallExpr) expr);
        } else if (expr instanceof PathExpr) {
            return path((PathExpr) expr);
        } else if (expr instanceof LocationPath) {
            return location((LocationPath) expr);
        } else if (expr instanceof FilterExpr) {
            return filter((FilterExpr) expr);
        } else if (expr instanceof UnaryExpr) {
            return new Arithmetic("*", any(((UnaryExpr) expr).getExpr()), Constant.of(-1));
        } else if (expr instanceof LiteralExpr) {
            return Constant.of(((LiteralExpr) expr).getLiteral());
        } else if (expr instanceof NumberExpr) {
            return Constant.of(((NumberExpr) expr).getNumber().doubleValue());
        }
        throw new UnsupportedXPathException(expr.getText());
    }

    private static Expression binary(BinaryExpr expr) throws UnsupportedXPathException {
        if (expr instanceof UnionExpr) {
            List<Expression> parts = operands(expr);
            return new Union(parts.toArray(new NodeSet[0]));
        } else if (expr instanceof LogicalExpr) {
            List<Expression> operands = operands(expr);
            return new Logic(expr.getOperator().equals("and"), operands.toArray(Expression.NONE));
        }
        Expression left = any(expr.getLHS());
        Expression right = any(expr.getRHS());
        if (isComparison(expr.getOperator())) {
            // jaxen turns such comparisons round.
            boolean isTurned = expr instanceof RelationalExpr
                    && (left.type() == Type.BOOLEAN || right.type() == Type.BOOLEAN)
                    && (left.type() == Type.NODES || right.type() == Type.NODES);
            if (isTurned) {
                throw new UnsupportedXPathException(expr.getText());
            }
            return new Comparison(expr.getOperator(), left, right);
        }
        return new Arithmetic(expr.getOperator(), left, right);
    }

    private static boolean isComparison(String operator) {
        return switch (operator) {
            case "=", "!=", "<", "<=", ">", ">=" -> true;
            default -> false;
        };
    }

    /** The operands of a chain of one operator: {@code a or b or c}. */
    private static List<Expression> operands(BinaryExpr chain) throws UnsupportedXPathException {
        List<Expression> operands = new ArrayList<>();
        Expr rest = chain;
        while (rest instanceof BinaryExpr binary && binary.getOperator().equals(chain.getOperator())) {
            operands.add(0, any(binary.getRHS()));
            rest = binary.getLHS();
        }
        operands.add(0, any(rest));
        return operands;
    }

    private static Expression call(FunctionCallExpr expr) throws UnsupportedXPathException {
        boolean isPlain = expr.getPrefix() == null || expr.getPrefix().isEmpty();
        List<Expression> arguments = new ArrayList<>();
        for (Object argument : expr.getParameters()) {
            arguments.add(any((Expr) argument));
        }
        String name = isPlain ? expr.getFunctionName() : expr.getPrefix() + ":" + expr.getFunctionName();
        Call call = Call.of(name, arguments.toArray(Expression.NONE));
        if (call == null) {
            throw new UnsupportedXPathException(expr.getText());
        }
        return call;
    }

    private static Expression path(PathExpr expr) throws UnsupportedXPathException {
        if (expr.getFilterExpr() == null) {
            return location(expr.getLocationPath());
        }
        Expression start = any(expr.getFilterExpr());
        Step steps = expr.getLocationPath() == null ? null : steps(expr.getLocationPath());
        return steps == null ? start : Path.from((NodeSet) start, steps);
    }

    private static Expression location(LocationPath path) throws UnsupportedXPathException {
        Step steps = steps(path);
        if (path.isAbsolute()) {
            return Path.of(true, steps);
        } else if (steps == null) {
            throw new UnsupportedXPathException(path.getText());
        }
        return Path.relative(steps);
    }

    private static @Nullable Step steps(LocationPath path) throws UnsupportedXPathException {
        Step step = null;
        for (int i = path.getSteps().size() - 1; i >= 0; i--) {
            step = step((org.jaxen.expr.Step) path.getSteps().get(i), step);
        }
        return step;
    }

    private static Step step(org.jaxen.expr.Step step, @Nullable Step next) throws UnsupportedXPathException {
        String test;
        if (step instanceof NameStep) {
            test = ((NameStep) step).getLocalName();
        } else if (step instanceof AllNodeStep) {
            test = Step.ANY_NODE;
        } else if (step instanceof TextNodeStep) {
            test = Step.TEXT;
        } else if (step instanceof CommentNodeStep) {
            test = Step.COMMENT;
        } else {
            throw new UnsupportedXPathException(step.getText());
        }
        return new Step(axis(step.getAxis()), test, predicates(step.getPredicates()), next);
    }

    private static Axis axis(int axis) throws UnsupportedXPathException {
        return switch (axis) {
            case org.jaxen.saxpath.Axis.CHILD -> Axis.CHILD;
            case org.jaxen.saxpath.Axis.ATTRIBUTE -> Axis.ATTRIBUTE;
            case org.jaxen.saxpath.Axis.SELF -> Axis.SELF;
            case org.jaxen.saxpath.Axis.PARENT -> Axis.PARENT;
            case org.jaxen.saxpath.Axis.DESCENDANT -> Axis.DESCENDANT;
            case org.jaxen.saxpath.Axis.DESCENDANT_OR_SELF -> Axis.DESCENDANT_OR_SELF;
            case org.jaxen.saxpath.Axis.ANCESTOR -> Axis.ANCESTOR;
            case org.jaxen.saxpath.Axis.ANCESTOR_OR_SELF -> Axis.ANCESTOR_OR_SELF;
            case org.jaxen.saxpath.Axis.FOLLOWING_SIBLING -> Axis.FOLLOWING_SIBLING;
            case org.jaxen.saxpath.Axis.PRECEDING_SIBLING -> Axis.PRECEDING_SIBLING;
            default -> throw new UnsupportedXPathException(org.jaxen.saxpath.Axis.lookup(axis));
        };
    }

    private static Predicates predicates(List<?> predicates) throws UnsupportedXPathException {
        if (predicates.isEmpty()) {
            return Predicates.NONE;
        }
        List<Expression> conditions = new ArrayList<>();
        for (Object predicate : predicates) {
            conditions.add(any(((Predicate) predicate).getExpr()));
        }
        return new Predicates(conditions.toArray(Expression.NONE));
    }

    private static Expression filter(FilterExpr expr) throws UnsupportedXPathException {
        Expression filtered = any(expr.getExpr());
        Predicates predicates = predicates(expr.getPredicates());
        return predicates == Predicates.NONE ? filtered : new Filter((NodeSet) filtered, predicates);
    }
}
