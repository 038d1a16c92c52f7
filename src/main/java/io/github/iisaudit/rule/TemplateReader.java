package io.github.iisaudit.rule;

import io.github.iisaudit.rule.Template.Part;
import io.github.iisaudit.xml.Quoting;
import io.github.iisaudit.xpath.InvalidXPathException;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes templates apart into texts and the XPaths between their braces. */
final class TemplateReader {

    private TemplateReader() {}

    /** @param quoting of the command that the template is; null where it is for people */
    static List<Part> parts(String template, @Nullable Quoting quoting) throws InvalidXPathException {
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
            SafeXPath hole = hole(template.substring(at + 1, end), text, quoting);
            parts.add(new Part(text.toString(), null));
            parts.add(new Part("", hole));
            text.setLength(0);
            at = end + 1;
        }
        parts.add(new Part(text.toString(), null));
        return parts;
    }

    /** The XPath of a hole; within a command it gives a word, which goes on with the name of an option after a colon. */
    private static SafeXPath hole(String xpath, CharSequence before, @Nullable Quoting quoting)
            throws InvalidXPathException {
        SafeXPath alone = SafeXPath.compile(xpath);
        if (quoting == null) {
            return alone;
        }
        char last = before.length() == 0 ? ' ' : before.charAt(before.length() - 1);
        if (last == '"' || last == '\'') {
            throw new InvalidXPathException("a word in <" + quoting.id() + "> gets its quotes by itself");
        }
        String bare = last == ':' ? ", true()" : "";
        return SafeXPath.compile("iis:word('" + quoting.id() + "', " + xpath.trim() + bare + ")");
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
