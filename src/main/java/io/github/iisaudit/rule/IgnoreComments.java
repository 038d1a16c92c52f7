package io.github.iisaudit.rule;

import io.github.iisaudit.xml.LocatedComment;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final SourceText source;
    private final List<LocatedComment> comments = new ArrayList<>();
    private final List<Lines> startTags = new ArrayList<>();
    private final Map<Integer, List<Span>> commentsAt = new HashMap<>();

    /** For a line with a comment of its own, the first line after it and what is stacked below it, once that is known. */
    private final Map<Integer, Integer> after = new HashMap<>();

    /** The lines on which nothing but comments stands, and those on which something does. */
    private final Map<Integer, Boolean> barren = new HashMap<>();

    /** For lines, these and all of the start tags that touch them. */
    private final Map<Lines, Lines> whole = new HashMap<>();

    /** The file without its comments; null until the first is asked for. */
    private @Nullable SourceText bare;

    private IgnoreComments(SourceText source) {
        this.source = source;
    }

    /** The comments in the order of the file; those for the whole of it come last, as others are more to the point. */
    static List<IgnoreComment> of(LocatedElement root) {
        SourceText source = root.span().source();
        Document document = root.getDocument();
        if (document == null || !source.contains(IgnoreComment.KEYWORD)) {
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
                commentsAt
                        .computeIfAbsent(comment.span().line(), line -> new ArrayList<>())
                        .add(comment.span());
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
        return whole.computeIfAbsent(lines, this::withStartTags);
    }

    private Lines withStartTags(Lines lines) {
        Lines all = lines;
        for (int i = firstTagTo(lines.first());
                i < startTags.size() && startTags.get(i).touch(lines);
                i++) {
            all = all.and(startTags.get(i));
        }
        return all;
    }

    /** The first start tag, in the order of the file, that ends on a line or below it. */
    private int firstTagTo(int line) {
        int low = 0;
        int high = startTags.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startTags.get(middle).last() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The line after a comment; comments on lines of their own are stepped over, so that several can be stacked. */
    private Lines next(Span comment) {
        List<Integer> stepped = new ArrayList<>();
        int next = comment.endLine() + 1;
        for (Span other = aloneAt(next); other != null; other = aloneAt(next)) {
            stepped.add(next);
            next = after.getOrDefault(next, other.endLine() + 1);
        }
        for (int line : stepped) {
            after.put(line, next);
        }
        return new Lines(next, next);
    }

    private @Nullable Span aloneAt(int line) {
        for (Span span : isBarren(line) ? commentsAt.getOrDefault(line, List.of()) : List.<Span>of()) {
            if (isBarren(span.endLine())) {
                return span;
            }
        }
        return null;
    }

    /** Whether nothing but other comments stands on the lines of a comment. */
    private boolean isAlone(Span comment) {
        return isBarren(comment.line()) && isBarren(comment.endLine());
    }

    private boolean isBarren(int line) {
        return barren.computeIfAbsent(line, it -> bare().lineText(it).isBlank());
    }

    private SourceText bare() {
        SourceText known = bare;
        if (known == null) {
            char[] text = source.text().toCharArray();
            comments.forEach(comment -> blank(text, comment.span()));
            known = new SourceText(source.path(), new String(text));
            bare = known;
        }
        return known;
    }

    private static void blank(char[] text, Span comment) {
        for (int i = comment.start(); i < comment.end(); i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = ' ';
            }
        }
    }
}
