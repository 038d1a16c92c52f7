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

    Finding.Place place(Span span, String label) {
        int line = span.line();
        return new Finding.Place(
                span.path(), line, span.column(), span.endLine(), span.endColumn(), text(span.source(), line), label);
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
