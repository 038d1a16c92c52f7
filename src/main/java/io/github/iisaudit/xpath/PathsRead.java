package io.github.iisaudit.xpath;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out which parts of an effective document expressions look at, from the steps of its XPaths alone: {@code
 * system.webServer/security/access} for {@code /scope/system.webServer/security/access/@sslFlags}. What steps cannot tell
 * counts as everything. Used for those that belong together.
 *
 * <p>A place is a path from the document as in {@code /scope/system.web/identity/@impersonate}, empty for the document itself; a
 * path that ends in {@value #BELOW} stands for all that lies below. Nodes of a section with an error or an unknown begin with
 * {@value #FAILING} instead: such sections are always there.
 */
public final class PathsRead {

    /** What is read where anything may be looked at. */
    public static final Set<String> EVERYTHING = Set.of("");

    private static final String BELOW = "/**";
    private static final String FAILING = "!";

    /** What is read where sections with an error or an unknown are looked at; the place of their nodes, too. */
    public static final String TROUBLES = FAILING;

    /** How a call ends that is read as one answer instead of all that it looks at. */
    private static final String ANSWER = "()";

    private static final String SCOPE = "/scope";

    private final Set<String> read = new TreeSet<>();

    /** The place of the element with a configuration path, of the root for the empty one. */
    public static String place(String section) {
        return section.isEmpty() ? SCOPE : SCOPE + "/" + section;
    }

    /** Whether an expression selects nothing but in sections that have an error or an unknown. */
    public static boolean isOfTroubles(SafeXPath xpath) {
        return isFailing(xpath.expression());
    }

    /** Takes note of a path that is looked at anyway. */
    public void add(String path) {
        read.add(path);
    }

    /** Takes note of several. */
    public void addAll(Set<String> paths) {
        read.addAll(paths);
    }

    /**
     * Takes note of all that an expression looks at, its value too, and returns the place of its nodes.
     *
     * @param at the place of the nodes that it starts from
     */
    public String value(SafeXPath xpath, String at) {
        return value(xpath.expression(), at);
    }

    /** The configuration paths below which anything is looked at; the empty path stands for everything. */
    public Set<String> all() {
        return read.contains("") ? EVERYTHING : Set.copyOf(read);
    }

    private static boolean isFailing(Expression flag) {
        if (flag instanceof Union union) {
            for (NodeSet part : union.parts()) {
                if (!isFailing(part)) {
                    return false;
                }
            }
            return true;
        }
        Step first = flag instanceof Path path && path.start() == null && !path.isAbsolute() ? path.steps() : null;
        return first != null
                && first.axis() == Step.Axis.CHILD
                && (first.test().equals("error") || first.test().equals("unknown"));
    }

    /** Takes note of all that an expression looks at, its value too, and returns the place of its nodes. */
    private String value(Expression expression, String at) {
        String place = visit(expression, at);
        if (expression instanceof NodeSet) {
            note(place);
        }
        return place;
    }

    private void note(String place) {
        if (place.startsWith(SCOPE + "/") && !place.equals(SCOPE + BELOW)) {
            read.add(place.substring(SCOPE.length() + 1));
        } else if (!place.startsWith(FAILING)) {
            read.addAll(EVERYTHING);
        }
    }

    /** Takes note of what an expression looks at on its way. */
    private String visit(Expression expression, String at) {
        if (expression instanceof Path path) {
            return path(path, at);
        } else if (expression instanceof Union union) {
            return union(union, at);
        } else if (expression instanceof Filter filter) {
            String place = visit(filter.filtered(), at);
            all(filter.predicates().conditions(), place);
            return place;
        } else if (expression instanceof Call call) {
            call(call, at);
        } else if (expression instanceof Logic logic) {
            all(logic.operands(), at);
        } else if (expression instanceof Comparison comparison) {
            all(new Expression[] {comparison.left(), comparison.right()}, at);
        } else if (expression instanceof Arithmetic arithmetic) {
            all(new Expression[] {arithmetic.left(), arithmetic.right()}, at);
        } else if (!(expression instanceof Constant)) {
            read.addAll(EVERYTHING);
        }
        return "";
    }

    private void all(Expression[] expressions, String at) {
        for (Expression expression : expressions) {
            value(expression, at);
        }
    }

    /** A name does not depend on what lies below; functions without an argument ask for the text of their node. */
    private void call(Call call, String at) {
        boolean isName = call.function().equals("name") || call.function().equals("local-name");
        for (Expression argument : call.arguments()) {
            if (isName && argument instanceof Path path && isUp(path)) {
                visit(path, at);
            } else {
                value(argument, at);
            }
        }
        Signature signature = Signature.FUNCTIONS.get(call.function());
        if (signature != null && signature.isAnswer()) {
            read.add(call.function() + ANSWER);
        } else {
            read.addAll(signature == null ? EVERYTHING : signature.reads());
        }
        boolean isOfNode = signature != null && signature.required() == 0 && signature.allowed() == 1;
        if (isOfNode && !isName && call.arguments().length == 0) {
            note(at);
        }
    }

    /** Whether a path leads to nodes that are there because the one that it starts from is. */
    private static boolean isUp(Path path) {
        boolean isUp = path.start() == null && !path.isAbsolute();
        for (Step step = path.steps(); step != null && isUp; step = step.next()) {
            isUp = step.axis() == Step.Axis.SELF || step.axis() == Step.Axis.PARENT;
        }
        return isUp;
    }

    private String union(Union union, String at) {
        String all = null;
        for (NodeSet part : union.parts()) {
            String place = value(part, at);
            all = all == null ? place : common(all, place);
        }
        return all == null ? "" : all;
    }

    /** A place that holds both. */
    private static String common(String a, String b) {
        if (a.equals(b)) {
            return a;
        }
        int end = 0;
        int slash = 0;
        while (end < a.length() && end < b.length() && a.charAt(end) == b.charAt(end)) {
            slash = a.charAt(end) == '/' ? end : slash;
            end++;
        }
        return a.substring(0, slash) + BELOW;
    }

    private String path(Path path, String at) {
        NodeSet start = path.start();
        String place = start != null ? visit(start, at) : path.isAbsolute() ? "" : at;
        for (Step step = path.steps(); step != null; step = step.next()) {
            place = step(step, place);
            all(step.predicates().conditions(), place);
        }
        return place;
    }

    private static String step(Step step, String place) {
        boolean isBelow = place.endsWith(BELOW);
        return switch (step.axis()) {
            case SELF -> place;
            case CHILD -> isBelow ? place : child(place, step.test());
            case ATTRIBUTE -> isBelow ? place : place + "/@" + (isName(step.test()) ? step.test() : "*");
            case DESCENDANT, DESCENDANT_OR_SELF -> isBelow ? place : place + BELOW;
            case PARENT, FOLLOWING_SIBLING, PRECEDING_SIBLING -> up(step, place);
            default -> place.startsWith(FAILING) ? BELOW : SCOPE + BELOW;
        };
    }

    private static boolean isName(String test) {
        return !test.equals(Step.ANY_NAME) && !test.endsWith("()");
    }

    private static String child(String place, String test) {
        return isName(test) ? place + "/" + test : place + BELOW;
    }

    private static String up(Step step, String place) {
        boolean isBelow = place.endsWith(BELOW);
        String exact = isBelow ? place.substring(0, place.length() - BELOW.length()) : place;
        int slash = exact.lastIndexOf('/');
        if (slash < 0) {
            return BELOW;
        }
        String parent = exact.substring(0, slash);
        return isBelow || step.axis() != Step.Axis.PARENT ? parent + BELOW : parent;
    }

    /** Whether what is read is no path but the answer of a function, for which {@link SafeXPath#call} stands. */
    public static boolean isAnswer(String read) {
        int last = read.length() - 1;
        return last >= 0 && read.charAt(last) == ANSWER.charAt(1);
    }

    /** The paths that such a function looks at. */
    public static Set<String> behind(String answer) {
        String function = answer.substring(0, answer.length() - ANSWER.length());
        return Objects.requireNonNull(Signature.FUNCTIONS.get(function)).reads();
    }

    /** The path of the element that has an attribute, or that all lies below. */
    public static String element(String path) {
        int attribute = path.indexOf("/@");
        return attribute >= 0
                ? path.substring(0, attribute)
                : path.endsWith(BELOW) ? path.substring(0, path.length() - BELOW.length()) : path;
    }
}
