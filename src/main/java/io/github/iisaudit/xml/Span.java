package io.github.iisaudit.xml;

/**
 * A stretch of a file's text.
 *
 * @param source the file
 * @param start offset of its first character, in UTF-16 code units
 * @param end offset after its last character
 */
public record Span(SourceText source, int start, int end) {

    public String path() {
        return source.path();
    }

    public int line() {
        return source.line(start);
    }

    public int column() {
        return source.column(start);
    }

    public int endLine() {
        return source.line(end);
    }

    /** The column after the last character. */
    public int endColumn() {
        return source.column(end);
    }

    /** The characters themselves. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The path, line and column, as an editor reads them: {@code web.config:9:15}. */
    @Override
    public String toString() {
        return path() + ":" + line() + ":" + column();
    }
}
