package io.github.iisaudit.rule;

import io.github.iisaudit.xml.LocatedComment;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dom4j.Branch;
import org.dom4j.Document;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds the comments of one file by which findings are suppressed, and what each is about: before the root element all
 * of the file; beside something else its own lines; on lines of its own the next line. A start tag counts whole, for no
 * comment can stand inside it.
 */
final class IgnoreComments {

    private static final Pattern COMMENTS = Pattern.compile("<!--.*?(-->|$)|^.*?-->");

    private final SourceText source;
    private final List<LocatedComment> comments = new ArrayList<>();
    private final List<Lines> startTags = new ArrayList<>();

    private IgnoreComments(SourceText source) {
        this.source = source;
    }

    /** The comments in the order of the file; those for the whole of it come last, as others are more to the point. */
    static List<IgnoreComment> of(LocatedElement root) {
        SourceText source = root.span().source();
        Document document = root.getDocument();
        if (document == null || !source.text().contains(IgnoreComment.KEYWORD)) {
            return List.of();
        }
        IgnoreComments file = new IgnoreComments(source);
        file.collect(document);
        List<IgnoreComment> found = new ArrayList<>();
        for (LocatedComment comment : file.comments) {
            if (!comment.getText().contains(IgnoreComment.KEYWORD)) {
                continue;
            }
            boolean isFirst = comment.span().end() <= root.span().start();
            IgnoreComment.read(comment, isFirst ? Lines.ALL : file.lines(comment.span()))
                    .ifPresent(found::add);
        }
        found.sort((a, b) -> Boolean.compare(a.isForFile(), b.isForFile()));
        return found;
    }

    private void collect(Branch branch) {
        for (Node node : branch.content()) {
            if (node instanceof LocatedComment comment) {
                comments.add(comment);
            } else if (node instanceof LocatedElement element) {
                startTags.add(lines(element));
                collect(element);
            }
        }
    }

    private static Lines lines(LocatedElement element) {
        return new Lines(element.startTag().line(), element.startTag().endLine());
    }

    private Lines lines(Span comment) {
        Lines lines = isAlone(comment) ? next(comment) : new Lines(comment.line(), comment.endLine());
        Lines all = lines;
        for (Lines tag : startTags) {
            all = tag.touch(lines) ? all.and(tag) : all;
        }
        return all;
    }

    /** The line after a comment; comments on lines of their own are stepped over, so that several can be stacked. */
    private Lines next(Span comment) {
        int next = comment.endLine() + 1;
        for (Span other = aloneAt(next); other != null; other = aloneAt(next)) {
            next = other.endLine() + 1;
        }
        return new Lines(next, next);
    }

    private @Nullable Span aloneAt(int line) {
        return comments.stream()
                .map(LocatedComment::span)
                .filter(span -> span.line() == line && isAlone(span))
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing but other comments stands on the lines of a comment. */
    private boolean isAlone(Span comment) {
        String before = source.lineText(comment.line()).substring(0, comment.column() - 1);
        String after = source.lineText(comment.endLine()).substring(comment.endColumn() - 1);
        return COMMENTS.matcher(before).replaceAll("").isBlank()
                && COMMENTS.matcher(after).replaceAll("").isBlank();
    }
}
