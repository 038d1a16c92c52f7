package io.github.iisaudit.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Reads an XPath before jaxen does. jaxen 2.0.6 takes all memory for {@code ((} followed anywhere by what its lexer refuses, as in
 * {@code ((a b)}; and its parser is recursive.
 */
final class PathGuard {

    private static final int LONGEST = 8000;
    private static final int DEEPEST = 60;
    static final Set<String> OPERATORS = Set.of("and", "or", "div", "mod");

    private final String xpath;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private boolean expectsOperator;

    private PathGuard(String xpath) {
        this.xpath = xpath;
    }

    static void check(String xpath) {
        if (xpath.length() > LONGEST) {
            throw new TransformException("an XPath of more than " + LONGEST + " characters");
        }
        new PathGuard(xpath).read();
    }

    private void read() {
        while (at < xpath.length()) {
            char c = xpath.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                literal(c);
            } else if (isNameStart(c)) {
                name();
            } else if (Character.isDigit(c)) {
                number();
            } else {
                symbol(c);
            }
        }
        if (!open.isEmpty()) {
            throw refused("'" + open.peek() + "' expected at the end");
        }
    }

    private void literal(char quote) {
        int end = xpath.indexOf(quote, at + 1);
        if (end < 0) {
            throw refused("a string does not end");
        }
        at = end + 1;
        expectsOperator = true;
    }

    private void number() {
        while (at < xpath.length() && (Character.isDigit(xpath.charAt(at)) || xpath.charAt(at) == '.')) {
            at++;
        }
        expectsOperator = true;
    }

    private void name() {
        int start = at;
        while (at < xpath.length() && isNamePart(xpath.charAt(at))) {
            at++;
        }
        if (expectsOperator && !OPERATORS.contains(xpath.substring(start, at))) {
            throw refused("an operator expected before '" + xpath.substring(start, at) + "'");
        }
        expectsOperator = !expectsOperator;
    }

    private void symbol(char c) {
        if ("()[],+-=<>/|@:$.*!".indexOf(c) < 0 || (c == '!' && !xpath.startsWith("!=", at))) {
            throw refused("'" + c + "' is unexpected");
        }
        if (c == '(' || c == '[') {
            open(c == '(' ? ')' : ']');
        } else if ((c == ')' || c == ']') && (open.isEmpty() || open.pop() != c)) {
            throw refused("'" + c + "' is unexpected");
        }
        boolean isPair =
                xpath.startsWith("..", at) || c == '!' || xpath.startsWith("<=", at) || xpath.startsWith(">=", at);
        at += isPair ? 2 : 1;
        expectsOperator = c == '.' || c == ')' || c == ']' || (c == '*' && !expectsOperator);
    }

    private void open(char end) {
        open.push(end);
        if (open.size() > DEEPEST) {
            throw refused("more than " + DEEPEST + " brackets within each other");
        }
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.';
    }

    private TransformException refused(String reason) {
        return new TransformException("no XPath: " + reason + ": " + xpath);
    }
}
