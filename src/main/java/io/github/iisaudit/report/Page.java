package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lines of text of a width, collected. Not safe for use by several threads. */
final class Page {

    /** Longer lines of prose are hard to read. */
    private static final int PROSE = 120;

    private final StringBuilder text = new StringBuilder();
    private final int width;

    Page(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** How wide sentences may be. */
    int prose() {
        return Math.min(width, PROSE);
    }

    /** Adds a line; spaces at its end are dropped. */
    Page line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    /** Adds an empty line. */
    Page gap() {
        return line("");
    }

    /** Adds a text after a first part, wrapped and aligned under its own beginning. */
    Page wrapped(String first, String rest) {
        int indent = Glyphs.width(first);
        List<String> lines = Glyphs.wrap(rest, prose() - indent);
        line(first + lines.get(0));
        lines.subList(1, lines.size()).forEach(l -> line(" ".repeat(indent) + l));
        return this;
    }

    /** Adds paragraphs, wrapped and indented, with an empty line between two. */
    Page paragraphs(String indent, String paragraphs) {
        String between = "";
        for (String paragraph : paragraphs.strip().split("\\R\\s*\\R")) {
            text.append(between);
            wrapped(indent, paragraph.replaceAll("\\s+", " "));
            between = "\n";
        }
        return this;
    }

    /** Adds lines as they are, indented. */
    Page verbatim(String indent, String lines) {
        lines.stripTrailing().lines().forEach(l -> line(indent + Glyphs.clean(l.replace("\t", "    "))));
        return this;
    }

    /** Writes what was collected, and begins anew. */
    void writeTo(Writer out) throws IOException {
        out.append(text);
        text.setLength(0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
