package io.github.iisaudit.xpath;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Reads an XPath token by token before jaxen parses it. jaxen 2.0.6 never returns, and takes all memory, for {@code ((}
 * followed anywhere by something that is no token, as in {@code ((a b)}; so nothing may reach it that its lexer would
 * refuse. The limits keep its recursive parser and our walk over its tree within any stack.
 */
final class XPathTokens {

    private static final int MOST_TOKENS = 1000;
    private static final int DEEPEST_BRACKETS = 40;
    private static final Set<String> OPERATOR_NAMES = Set.of("and", "or", "div", "mod");
    private static final String SYMBOLS = "()[],+-=<>/|@:$.*!";

    private final String xpath;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private int tokens;

    /** Whether a name or {@code *} at this point is an operator: XPath 1.0, section 3.7. */
    private boolean expectOperator;

    private XPathTokens(String xpath) {
        this.xpath = xpath;
    }

    /** Returns if jaxen can take the expression, well-formed or not. */
    static void check(String xpath) throws InvalidXPathException {
        new XPathTokens(xpath).read();
    }

    private void read() throws InvalidXPathException {
        while (at < xpath.length()) {
            char c = xpath.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
                continue;
            }
            if (++tokens > MOST_TOKENS) {
                throw new InvalidXPathException("more than " + MOST_TOKENS + " tokens");
            }
            token(c);
        }
        if (!open.isEmpty()) {
            throw new InvalidXPathException("'" + open.peek() + "' expected at the end");
        }
    }

    private void token(char c) throws InvalidXPathException {
        if (c == '"' || c == '\'') {
            literal(c);
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (isNameStart(c)) {
            name();
        } else if (SYMBOLS.indexOf(c) >= 0) {
            symbol(c);
        } else {
            throw unexpected();
        }
    }

    private void literal(char quote) throws InvalidXPathException {
        int end = xpath.indexOf(quote, at + 1);
        if (end < 0) {
            throw new InvalidXPathException("the string that begins at character " + (at + 1) + " does not end");
        }
        at = end + 1;
        expectOperator = true;
    }

    private void number() {
        while (isDigit(peek(0)) || peek(0) == '.') {
            at++;
        }
        expectOperator = true;
    }

    private void name() throws InvalidXPathException {
        int start = at;
        while (isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == '-' || peek(0) == '.') {
            at++;
        }
        if (expectOperator && !OPERATOR_NAMES.contains(xpath.substring(start, at))) {
            at = start;
            throw unexpected();
        }
        expectOperator = !expectOperator;
    }

    private void symbol(char c) throws InvalidXPathException {
        if (c == '!' && peek(1) != '=') {
            throw unexpected();
        }
        if (c == '(' || c == '[') {
            open(c == '(' ? ')' : ']');
        } else if (c == ')' || c == ']') {
            close(c);
        }
        boolean isDots = c == '.' && peek(1) == '.';
        boolean isPair = isDots || c == '!' || ((c == '<' || c == '>') && peek(1) == '=');
        at += isPair ? 2 : 1;
        expectOperator = c == '.' || c == ')' || c == ']' || (c == '*' && !expectOperator);
    }

    private void open(char end) throws InvalidXPathException {
        open.push(end);
        if (open.size() > DEEPEST_BRACKETS) {
            throw new InvalidXPathException("more than " + DEEPEST_BRACKETS + " brackets within each other");
        }
    }

    private void close(char end) throws InvalidXPathException {
        if (open.isEmpty() || open.pop() != end) {
            throw unexpected();
        }
    }

    /** The character some places ahead; a blank after the end. */
    private char peek(int ahead) {
        return at + ahead < xpath.length() ? xpath.charAt(at + ahead) : ' ';
    }

    private InvalidXPathException unexpected() {
        return new InvalidXPathException("'" + xpath.charAt(at) + "' unexpected at character " + (at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** ASCII only: no name of IIS configuration needs more, and jaxen's own table is another one. */
    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
