package io.github.iisaudit.xpath;

import io.github.iisaudit.config.ConfigPath;
import io.github.iisaudit.kerberos.HostNames;
import io.github.iisaudit.kerberos.PoolAccount;
import io.github.iisaudit.xpath.Signature.Type;
import java.util.Locale;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** A call of a function that returns a string. */
final class StringCall extends Call {

    StringCall(String function, Expression[] arguments) {
        super(function, arguments);
    }

    @Override
    Type type() {
        return Type.STRING;
    }

    @Override
    String string(Node at, Focus focus) {
        return switch (function()) {
            case "string" -> text(0, at, focus);
            case "name" -> name(node(at, focus));
            case "local-name" -> localName(node(at, focus));
            case "namespace-uri" -> namespace(node(at, focus));
            case "iis:account" -> PoolAccount.of(focus.scope(at));
            case "iis:computer" -> PoolAccount.computer(focus.scope(at));
            case "iis:host-names" -> HostNames.list(focus.scope(at));
            case "iis:spns" -> HostNames.spns(focus.scope(at));
            case "iis:file" -> IisFunctions.file(at);
            case "iis:host" -> IisFunctions.host(focus);
            case "iis:open-verbs" -> IisFunctions.openVerbs(node(at, focus), focus);
            default -> changed(at, focus);
        };
    }

    private String changed(Node at, Focus focus) {
        return switch (function()) {
            case "concat" -> concat(at, focus);
            case "substring" -> substring(at, focus);
            case "substring-before" -> before(text(0, at, focus), text(1, at, focus), focus);
            case "substring-after" -> after(text(0, at, focus), text(1, at, focus), focus);
            case "normalize-space" -> normalised(text(0, at, focus));
            case "translate" -> translated(text(0, at, focus), text(1, at, focus), text(2, at, focus), focus.steps());
            case "iis:lower" -> text(0, at, focus).toLowerCase(Locale.ROOT);
            case "iis:word" -> IisFunctions.word(text(0, at, focus), text(1, at, focus), arguments().length > 2);
            case "iis:first-segment" -> ConfigPath.site(text(0, at, focus));
            default -> throw new IllegalStateException("no function " + function());
        };
    }

    private static String localName(@Nullable Node node) {
        return node instanceof Element || node instanceof Attribute ? node.getName() : name(node);
    }

    private static String namespace(@Nullable Node node) {
        if (node instanceof Element element) {
            return element.getNamespaceURI();
        }
        return node instanceof Attribute attribute ? attribute.getNamespaceURI() : "";
    }

    private String concat(Node at, Focus focus) {
        StringBuilder all = new StringBuilder();
        for (Expression argument : arguments()) {
            String text = argument.string(at, focus);
            focus.steps().takeFor(text, 1);
            if (all.length() + text.length() > Steps.LONGEST_TEXT) {
                throw new TooManyStepsException();
            }
            all.append(text);
        }
        return all.toString();
    }

    /** The characters whose places, counted from 1, lie between two numbers: https://www.w3.org/TR/1999/REC-xpath-19991116/#function-substring */
    private String substring(Node at, Focus focus) {
        double first = NumberCall.rounded(arguments()[1].number(at, focus));
        double end = arguments().length == 2
                ? Double.POSITIVE_INFINITY
                : first + NumberCall.rounded(arguments()[2].number(at, focus));
        boolean isAny = first < end && end > 1 && first < Double.POSITIVE_INFINITY;
        String text = isAny ? text(0, at, focus) : "";
        int length = NumberCall.length(text);
        int from = (int) Math.min(length, Math.max(0, first - 1));
        int to = (int) Math.min(length, Math.max(0, end - 1));
        return from < to ? text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)) : "";
    }

    private static String before(String text, String found, Focus focus) {
        int at = find(text, found, focus);
        return at < 0 ? "" : text.substring(0, at);
    }

    private static String after(String text, String found, Focus focus) {
        int at = find(text, found, focus);
        return at < 0 ? "" : text.substring(at + found.length());
    }

    /** With one blank for each stretch of white space, and none at the ends. */
    private static String normalised(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean isGap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!isSpace) {
                line.append(isGap && line.length() > 0 ? " " : "").append(c);
            }
            isGap = isSpace;
        }
        return line.toString();
    }

    /** With the characters of one string replaced by those of another, and left out where that is shorter. */
    private static String translated(String text, String from, String to, Steps steps) {
        steps.takeFor(text, 1 + from.length());
        int[] replacements = points(to);
        int[] replaced = points(from);
        StringBuilder result = new StringBuilder(text.length());
        for (int c : points(text)) {
            int found = 0;
            while (found < replaced.length && replaced[found] != c) {
                found++;
            }
            if (found == replaced.length) {
                result.appendCodePoint(c);
            } else if (found < replacements.length) {
                result.appendCodePoint(replacements[found]);
            }
        }
        return result.toString();
    }

    private static int[] points(String text) {
        int[] points = new int[NumberCall.length(text)];
        int at = 0;
        for (int i = 0; i < points.length; i++) {
            points[i] = text.codePointAt(at);
            at += Character.charCount(points[i]);
        }
        return points;
    }
}
