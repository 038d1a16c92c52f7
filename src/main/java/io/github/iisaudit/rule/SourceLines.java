package io.github.iisaudit.rule;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns spans into places with their lines of text, in which no password or key can be read. */
final class SourceLines {

    /** A secret as the value of an attribute or as a part of a connection string. */
    private static final Pattern SECRET = Pattern.compile(
            "(?:password|pwd|decryptionKey|validationKey|AccountKey|SharedAccessKey)\\s*=\\s*"
                    + "(?:\"([^\"]*)\"|'([^']*)'|([^;\"'<>\\s][^;\"'<>]*))",
            Pattern.CASE_INSENSITIVE);

    private final Map<SourceText, SourceText> masked = new IdentityHashMap<>();

    /** By source and line: where all of a file stands on one line, it is kept once and not once for each finding. */
    private final Map<SourceText, Map<Integer, String>> lines = new IdentityHashMap<>();

    Finding.Place place(Span span, String label) {
        SourceText source = masked.computeIfAbsent(span.source(), SourceLines::mask);
        String line =
                lines.computeIfAbsent(source, s -> new HashMap<>()).computeIfAbsent(span.line(), source::lineText);
        return new Finding.Place(
                span.path(), span.line(), span.column(), span.endLine(), span.endColumn(), line, label);
    }

    /** Stars instead of secrets, as many as there are characters, so that columns stay true. */
    private static SourceText mask(SourceText source) {
        Matcher secrets = SECRET.matcher(source.text());
        StringBuilder text = new StringBuilder(source.text());
        while (secrets.find()) {
            for (int group = 1; group <= secrets.groupCount(); group++) {
                if (secrets.group(group) != null && !secrets.group(group).startsWith("[enc:")) {
                    star(text, secrets.start(group), secrets.end(group));
                }
            }
        }
        return new SourceText(source.path(), text.toString());
    }

    /** Line ends stay: a value may go over several lines. */
    private static void star(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            text.setCharAt(i, c == '\n' || c == '\r' ? c : '*');
        }
    }
}
