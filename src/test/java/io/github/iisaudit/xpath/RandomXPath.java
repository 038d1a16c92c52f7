package io.github.iisaudit.xpath;

import java.util.Random;
import java.util.regex.Pattern;

/** Makes up XPaths, and small documents to try them on, that are the same for the same seed. */
final class RandomXPath {

    private static final String[] NAMES = {"a", "b", "c"};
    private static final String[] AXES = {
        "child",
        "descendant",
        "descendant-or-self",
        "self",
        "parent",
        "ancestor",
        "ancestor-or-self",
        "self::*/following-sibling",
        "self::*/preceding-sibling"
    };
    private static final String[] TESTS = {"a", "b", "c", "*", "*", "node()", "text()", "comment()"};
    private static final String[] STRINGS = {"''", "'x'", "'X'", "'1'", "' 2 '", "'xyx'", "'a/b'", "'0'", "'y'"};
    private static final String[] NUMBERS = {"0", "1", "2", "1.5", "3", "0.5"};
    private static final String[] COMPARED = {"=", "!=", "<", "<=", ">", ">="};
    private static final String[] COMPUTED = {"+", "-", "*", "div", "mod"};
    private static final String[] CLAIMS = {"starts-with", "contains", "iis:same"};
    private static final String[] VALUES = {"x", "X", "1", "2", "", " y ", "true", "a/b", "1.5"};
    private static final int DEEPEST = 3;

    private final Random random;

    RandomXPath(long seed) {
        random = new Random(seed);
    }

    String document() {
        StringBuilder xml = new StringBuilder("<a");
        element(xml, 0);
        return Pattern.compile("<(\\w)([^<>]*)></\\1>").matcher(xml + "</a>").replaceAll("<$1$2/>");
    }

    private void element(StringBuilder xml, int depth) {
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                xml.append(' ').append(name).append("='").append(pick(VALUES)).append('\'');
            }
        }
        xml.append('>');
        for (int i = depth > DEEPEST ? 0 : random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(8);
            if (kind == 0) {
                xml.append("<!--").append(pick(VALUES)).append("-->");
            } else if (kind == 1) {
                xml.append(pick(VALUES));
            } else {
                String name = pick(NAMES);
                xml.append('<').append(name);
                element(xml, depth + 1);
                xml.append("</").append(name).append('>');
            }
        }
    }

    String expression() {
        return expression(0);
    }

    private String expression(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> string(depth);
            case 1 -> number(depth);
            case 2 -> claim(depth);
            default -> nodes(depth);
        };
    }

    /** Nodes, whose predicates are numbers, places and claims. */
    String nodes(int depth) {
        int kind = depth > DEEPEST ? 3 : random.nextInt(8);
        if (kind == 0) {
            return nodes(depth + 1) + " | " + nodes(depth + 1);
        } else if (kind == 1) {
            return "(" + nodes(depth + 1) + ")" + predicate(depth + 1) + "/" + step(depth + 1);
        } else if (kind == 2) {
            return "(" + nodes(depth + 1) + ")" + predicate(depth + 1);
        }
        String start = random.nextInt(4) == 0 ? "/" : "";
        StringBuilder path = new StringBuilder(start).append(step(depth));
        for (int i = random.nextInt(3); i > 0; i--) {
            path.append(random.nextInt(6) == 0 ? "//" : "/").append(step(depth));
        }
        return path.toString();
    }

    /**
     * One step. Places are asked of names only: where steps to any node lead from several nodes to the same ones, jaxen counts
     * those that it has not seen. Siblings are asked of elements only: jaxen knows some before an attribute.
     */
    private String step(int depth) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? "." : "..";
        }
        if (random.nextInt(4) == 0) {
            return "@" + pick(new String[] {"a", "b", "c", "*"}) + optionalPredicate(depth);
        }
        String axis = pick(AXES);
        String test = pick(TESTS);
        String step = axis + "::" + test;
        if (!test.endsWith(")")) {
            return step + optionalPredicate(depth);
        }
        return depth < DEEPEST && random.nextInt(3) == 0 ? step + "[" + plain(depth + 1) + "]" : step;
    }

    private String optionalPredicate(int depth) {
        return depth < DEEPEST && random.nextInt(3) == 0 ? predicate(depth) : "";
    }

    private String predicate(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "[" + pick(NUMBERS) + "]";
            case 1 -> "[last()]";
            case 2 ->
                "[position() " + pick(COMPARED) + " " + pick(new String[] {"1", "2", "last()", "last() - 1"}) + "]";
            default -> "[" + plain(depth + 1) + "]";
        };
    }

    /** What does not ask for a place. */
    private String plain(int depth) {
        return random.nextBoolean() ? claim(depth) : nodes(depth + 1);
    }

    private String claim(int depth) {
        if (depth > DEEPEST) {
            return "@" + pick(NAMES);
        }
        return switch (random.nextInt(9)) {
            case 0 -> "not(" + plain(depth + 1) + ")";
            case 1 -> "(" + plain(depth + 1) + " and " + plain(depth + 1) + " and " + claim(depth + 1) + ")";
            case 2 -> "(" + plain(depth + 1) + " or " + claim(depth + 1) + ")";
            case 3 -> pick(CLAIMS) + "(" + expression(depth + 1) + ", " + string(depth + 1) + ")";
            case 4 -> "iis:has(" + nodes(depth + 1) + ", " + string(depth + 1) + ")";
            case 5 -> "boolean(" + expression(depth + 1) + ")";
            default -> "(" + operand(depth + 1) + " " + pick(COMPARED) + " " + operand(depth + 1) + ")";
        };
    }

    private String operand(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> string(depth);
            case 1 -> number(depth);
            case 2 -> "not(" + nodes(depth + 1) + ")";
            default -> "(" + nodes(depth + 1) + ")";
        };
    }

    private String string(int depth) {
        if (depth > DEEPEST) {
            return pick(STRINGS);
        }
        String text = random.nextBoolean() ? nodes(depth + 1) : expression(depth + 1);
        return switch (random.nextInt(10)) {
            case 0 -> "string(" + text + ")";
            case 1 -> "concat(" + text + ", " + string(depth + 1) + ")";
            case 2 -> "substring(" + text + ", " + number(depth + 1) + ")";
            case 3 -> "substring(" + text + ", " + number(depth + 1) + ", " + number(depth + 1) + ")";
            case 4 -> "substring-before(" + text + ", " + string(depth + 1) + ")";
            case 5 -> "substring-after(" + text + ", " + string(depth + 1) + ")";
            case 6 -> "normalize-space(" + text + ")";
            case 7 -> "translate(" + text + ", 'xy1', 'X2')";
            case 8 -> pick(new String[] {"name", "local-name"}) + "(" + nodes(depth + 1) + ")";
            default -> pick(STRINGS);
        };
    }

    private String number(int depth) {
        if (depth > DEEPEST) {
            return pick(NUMBERS);
        }
        return switch (random.nextInt(7)) {
            case 0 -> "count(" + nodes(depth + 1) + ")";
            case 1 -> "sum(" + nodes(depth + 1) + ")";
            case 2 -> "string-length(" + expression(depth + 1) + ")";
            case 3 -> pick(new String[] {"number", "floor", "ceiling", "round"}) + "(" + expression(depth + 1) + ")";
            case 4 -> "(" + number(depth + 1) + " " + pick(COMPUTED) + " " + number(depth + 1) + ")";
            case 5 -> "-" + number(depth + 1);
            default -> pick(NUMBERS);
        };
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
