package io.github.iisaudit.rule;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Turns spans into places with their lines of text, in which no password or key can be read. */
final class SourceLines {

    /** By source and line: where all of a file stands on one line, it is kept once and not once for each finding. */
    private final Map<SourceText, Map<Integer, String>> lines = new IdentityHashMap<>();

    private final Map<String, SourceText> files;

    /**
     * @param files those of the server by their paths: a span in one of them may be of an earlier version, whose line is the
     *     same, but not what stands around it
     */
    SourceLines(Map<String, SourceText> files) {
        this.files = files;
    }

    Finding.Place place(Span span, String label) {
        int line = span.line();
        return new Finding.Place(
                span.path(),
                line,
                span.column(),
                span.endLine(),
                span.endColumn(),
                text(files.getOrDefault(span.path(), span.source()), line),
                label);
    }

    private String text(SourceText source, int line) {
        Map<Integer, String> known = lines.get(source);
        if (known == null) {
            known = new HashMap<>();
            lines.put(source, known);
        }
        String text = known.get(line);
        if (text == null) {
            text = source.shownLine(line);
            known.put(line, text);
        }
        return text;
    }
}
