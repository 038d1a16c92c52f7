package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.List;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with XPaths in braces: {@code pool {/scope/applicationPool/@name}}. <code>{{</code> and <code>}}</code>
 * stand for the braces themselves. Immutable and safe for use by several threads.
 */
public final class Template {

    static final Template EMPTY = new Template(List.of());

    /** A stretch of text, or an XPath where there is one. */
    record Part(String text, @Nullable SafeXPath xpath) {}

    private final List<Part> parts;

    /** The sentence where it is the same for every node. */
    private final @Nullable String constant;

    private Template(List<Part> parts) {
        this.parts = parts;
        this.constant = constant(parts);
    }

    private static @Nullable String constant(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part.xpath() != null) {
                return null;
            }
            text.append(part.text());
        }
        return RuleText.oneLine(text.toString());
    }

    /** A template that was taken apart before. */
    static Template of(Part... parts) {
        return new Template(List.of(parts));
    }

    /** Texts and XPaths in their order. */
    List<Part> parts() {
        return parts;
    }

    /**
     * Reads a template.
     *
     * @throws InvalidXPathException if a brace has no partner or what it holds is no XPath
     */
    public static Template compile(String template) throws InvalidXPathException {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            boolean isDouble = at + 1 < template.length() && template.charAt(at + 1) == c;
            if ((c != '{' && c != '}') || isDouble) {
                text.append(c);
                at += c == '{' || c == '}' ? 2 : 1;
                continue;
            }
            if (c == '}') {
                throw new InvalidXPathException("'}' without '{'; write '}}' for a brace");
            }
            int end = end(template, at + 1);
            parts.add(new Part(text.toString(), null));
            text.setLength(0);
            String xpath = template.substring(at + 1, end);
            parts.add(new Part("", SafeXPath.compile(xpath)));
            at = end + 1;
        }
        parts.add(new Part(text.toString(), null));
        return new Template(List.copyOf(parts));
    }

    /** The XPaths in it, in their order. */
    List<SafeXPath> xpaths() {
        List<SafeXPath> xpaths = new ArrayList<>();
        for (Part part : parts) {
            if (part.xpath() != null) {
                xpaths.add(part.xpath());
            }
        }
        return xpaths;
    }

    /** Whether it says nothing for any node. */
    public boolean isEmpty() {
        return constant != null && constant.isEmpty();
    }

    /** The sentence for a node: on one line, with single blanks. */
    public String render(Node from) {
        return render(from, Focus.ALONE);
    }

    String render(Node from, Focus focus) {
        if (constant != null) {
            return constant;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.xpath() == null ? part.text() : part.xpath().string(from, focus));
        }
        return RuleText.oneLine(text.toString());
    }

    /** The brace that closes an XPath: the first outside the XPath's strings. */
    private static int end(String template, int start) throws InvalidXPathException {
        char quote = 0;
        for (int i = start; i < template.length(); i++) {
            char c = template.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        throw new InvalidXPathException("'{' without '}'; write '{{' for a brace");
    }
}
