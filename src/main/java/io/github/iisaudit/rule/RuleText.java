package io.github.iisaudit.rule;

import io.github.iisaudit.xml.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Brings the text of rule files, indented as XML is, into the form that people read. */
final class RuleText {

    private RuleText() {}

    /** Paragraphs of one line each, with an empty line between them. */
    static String paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                add(paragraphs, paragraph);
            }
            paragraph.append(line).append('\n');
        }
        add(paragraphs, paragraph);
        return String.join("\n\n", paragraphs);
    }

    private static void add(List<String> paragraphs, StringBuilder paragraph) {
        String line = OneLine.of(paragraph.toString());
        if (!line.isEmpty()) {
            paragraphs.add(line);
        }
        paragraph.setLength(0);
    }

    /** The lines as they are, without what indents them all and without blank lines at both ends. */
    static String block(String text) {
        List<String> lines =
                new ArrayList<>(text.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        boolean startsInTag = !lines.isEmpty()
                && !lines.get(0).isBlank()
                && !Character.isWhitespace(lines.get(0).charAt(0));
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        // A text that begins right after its tag shows nothing of the indentation on its first line.
        int indent = indent(startsInTag ? lines.subList(1, lines.size()) : lines);
        for (int i = startsInTag ? 1 : 0; i < lines.size(); i++) {
            lines.set(i, lines.get(i).substring(Math.min(indent, lines.get(i).length())));
        }
        return String.join("\n", lines);
    }

    private static int indent(List<String> lines) {
        int least = Integer.MAX_VALUE;
        for (String line : lines) {
            if (!line.isEmpty()) {
                least = Math.min(least, line.length() - line.stripLeading().length());
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}
