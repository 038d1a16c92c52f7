package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Signature.Type;
import java.util.List;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.EqualityExpr;
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
import org.jaxen.expr.UnaryExpr;
import org.jaxen.expr.UnionExpr;
import org.jaxen.expr.VariableReferenceExpr;

/**
 * Finds before an expression is used what jaxen would find only when it comes by: unknown functions, variables and
 * prefixes, wrong numbers of arguments, and strings, numbers or booleans where only nodes can stand. XPath 1.0 without
 * variables tells the type of every expression, so one that passes cannot fail later.
 */
final class XPathCheck {

    private XPathCheck() {}

    /** The type of an expression's value. */
    static Type type(Expr expr) throws InvalidXPathException {
        if (expr instanceof BinaryExpr) {
            return binary((BinaryExpr) expr);
        } else if (expr instanceof FunctionCallExpr) {
            return call((FunctionCallExpr) expr);
        } else if (expr instanceof PathExpr) {
            return path((PathExpr) expr);
        } else if (expr instanceof LocationPath) {
            return steps((LocationPath) expr);
        } else if (expr instanceof FilterExpr) {
            return filter((FilterExpr) expr);
        } else if (expr instanceof UnaryExpr) {
            type(((UnaryExpr) expr).getExpr());
            return Type.NUMBER;
        } else if (expr instanceof VariableReferenceExpr) {
            String name = ((VariableReferenceExpr) expr).getVariableName();
            throw new InvalidXPathException("there are no variables: $" + name);
        }
        return constant(expr);
    }

    private static Type constant(Expr expr) {
        if (expr instanceof LiteralExpr) {
            return Type.STRING;
        } else if (expr instanceof NumberExpr) {
            return Type.NUMBER;
        }
        throw new IllegalStateException("no check for " + expr.getClass());
    }

    private static Type binary(BinaryExpr expr) throws InvalidXPathException {
        Type left = type(expr.getLHS());
        Type right = type(expr.getRHS());
        if (expr instanceof UnionExpr) {
            if (left != Type.NODES || right != Type.NODES) {
                throw new InvalidXPathException("'|' joins nodes only");
            }
            return Type.NODES;
        }
        boolean isClaim = expr instanceof EqualityExpr || expr instanceof RelationalExpr || expr instanceof LogicalExpr;
        return isClaim ? Type.BOOLEAN : Type.NUMBER;
    }

    private static Type call(FunctionCallExpr expr) throws InvalidXPathException {
        String prefix = expr.getPrefix();
        String name =
                prefix == null || prefix.isEmpty() ? expr.getFunctionName() : prefix + ":" + expr.getFunctionName();
        Signature signature = Signature.FUNCTIONS.get(name);
        if (signature == null) {
            throw new InvalidXPathException("unknown function " + name + "()", name, Signature.FUNCTIONS.keySet());
        }
        int count = expr.getParameters().size();
        if (count < signature.required() || count > signature.allowed()) {
            throw new InvalidXPathException(name + "() takes " + takes(signature) + ", not " + count);
        }
        for (int i = 0; i < count; i++) {
            Type type = type((Expr) expr.getParameters().get(i));
            if (signature.needsNodes(i) && type != Type.NODES) {
                throw new InvalidXPathException(name + "() needs nodes as its argument " + (i + 1));
            }
        }
        return signature.result();
    }

    private static String takes(Signature signature) {
        if (signature.allowed() == Integer.MAX_VALUE) {
            return signature.required() + " or more arguments";
        }
        String least = signature.required() == signature.allowed() ? "" : signature.required() + " to ";
        return least + signature.allowed() + (signature.allowed() == 1 ? " argument" : " arguments");
    }

    private static Type path(PathExpr expr) throws InvalidXPathException {
        if (expr.getFilterExpr() == null) {
            return steps(expr.getLocationPath());
        }
        Type start = type(expr.getFilterExpr());
        if (expr.getLocationPath() == null) {
            return start;
        }
        if (start != Type.NODES) {
            throw new InvalidXPathException("'/' can follow nodes only");
        }
        return steps(expr.getLocationPath());
    }

    private static Type steps(LocationPath path) throws InvalidXPathException {
        for (Object step : path.getSteps()) {
            if (step instanceof NameStep) {
                String prefix = ((NameStep) step).getPrefix();
                if (prefix != null && !prefix.isEmpty()) {
                    throw new InvalidXPathException("unknown prefix " + prefix + ": (functions only have iis:)");
                }
            }
            predicates(((org.jaxen.expr.Step) step).getPredicates());
        }
        return Type.NODES;
    }

    private static Type filter(FilterExpr expr) throws InvalidXPathException {
        Type type = type(expr.getExpr());
        if (!expr.getPredicates().isEmpty() && type != Type.NODES) {
            throw new InvalidXPathException("'[' can follow nodes only");
        }
        predicates(expr.getPredicates());
        return type;
    }

    private static void predicates(List<?> predicates) throws InvalidXPathException {
        for (Object predicate : predicates) {
            type(((Predicate) predicate).getExpr());
        }
    }
}
