package io.github.iisaudit.fix;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Splice;
import java.util.ArrayList;
import java.util.List;

/**
 * How new elements stand in a file: on lines of their own, as deep as the file indents and ended as its lines are, where the end tag
 * before which they come has a line of its own.
 */
final class Layout {

    private final String text;
    private final String unit;
    private final String lineEnd;
    private final boolean isSpaced;

    Layout(SourceText source) {
        this.text = source.text();
        this.lineEnd = lineEnd(text);
        this.unit = unit(text);
        this.isSpaced = text.contains(" />");
    }

    private static String lineEnd(String text) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return text.indexOf('\r') < 0 ? "\n" : "\r";
        }
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    /** The least white space before a tag that begins a line. */
    private static String unit(String text) {
        String least = "";
        for (int tag = text.indexOf('<'); tag >= 0; tag = text.indexOf('<', tag + 1)) {
            int start = blankStart(text, tag);
            boolean isLess = least.isEmpty() || tag - start < least.length();
            if (start < tag && isLess && endsLine(text, start)) {
                least = text.substring(start, tag);
            }
        }
        return least.isEmpty() ? "  " : least;
    }

    /** Where the white space on the line before something begins: lines may be as long as the file. */
    private static int blankStart(String text, int at) {
        int start = at;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1)) && !endsLine(text, start)) {
            start--;
        }
        return start;
    }

    /** Whether a line ends right before something. */
    private static boolean endsLine(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r');
    }

    /** A change as it stands in the file: the same where it is no new element before such an end tag. */
    Splice of(Splice splice) {
        int start = blankStart(text, splice.start());
        String base = text.substring(start, splice.start());
        boolean isElement = splice.start() == splice.end() && splice.text().startsWith("<");
        if (!isElement || !endsLine(text, start)) {
            return splice;
        }
        StringBuilder lines = new StringBuilder();
        int depth = 1;
        for (String tag : tags(splice.text())) {
            depth -= tag.startsWith("</") ? 1 : 0;
            lines.append(base).append(unit.repeat(depth)).append(closed(tag)).append(lineEnd);
            depth += tag.startsWith("</") || tag.endsWith("/>") ? 0 : 1;
        }
        return new Splice(start, start, lines.toString());
    }

    /** As empty tags end in the file. */
    private String closed(String tag) {
        return tag.endsWith("/>") && isSpaced ? tag.substring(0, tag.length() - 2) + " />" : tag;
    }

    /** Values may hold what ends a tag. */
    private static List<String> tags(String elements) {
        List<String> tags = new ArrayList<>();
        boolean isInValue = false;
        int start = 0;
        for (int i = 0; i < elements.length(); i++) {
            char c = elements.charAt(i);
            isInValue ^= c == '"';
            if (c == '>' && !isInValue) {
                tags.add(elements.substring(start, i + 1));
                start = i + 1;
            }
        }
        return tags;
    }
}
