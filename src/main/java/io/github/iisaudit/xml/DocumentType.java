package io.github.iisaudit.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document type of a text: found and blanked out, never read. */
public final class DocumentType {

    private static final String BEGIN = "<!DOCTYPE";

    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s");

    private DocumentType() {}

    /** A text with the same places without its document type and the references that this explains. */
    static SourceText blanked(SourceText source) {
        String text = source.text();
        int start = text.indexOf(BEGIN);
        int root = MarkupScanner.nextMarkup(text, 0);
        while (root >= 0 && root + 1 < text.length() && "?!".indexOf(text.charAt(root + 1)) >= 0 && root < start) {
            root = MarkupScanner.nextMarkup(text, root + 1);
        }
        if (start < 0 || root != start) {
            return source;
        }
        int end = end(text, start);
        StringBuilder plain = new StringBuilder(text);
        blank(plain, start, end);
        Matcher entity = ENTITY.matcher(text).region(start, end);
        while (entity.find()) {
            String reference = "&" + entity.group(1) + ";";
            for (int at = text.indexOf(reference, end); at >= 0; at = text.indexOf(reference, at + 1)) {
                blank(plain, at, at + reference.length());
            }
        }
        return new SourceText(source.path(), plain.toString());
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** Where a declaration ends that begins at an offset: behind the first {@code >} outside quotes and square brackets. */
    public static int end(String text, int start) {
        int depth = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
