package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The tree of an earlier version of a file, gone through beside the reader of a later one, from start tag to start tag. It finds
 * the elements that the reader need not read: those that stand on the same lines, word for word, within elements whose start tags
 * are the same. Used for one file.
 */
final class EarlierTree {

    private final ChangedLines lines;

    // For each element that the reader is in, the same one of the earlier tree, if there is one, and which child is
    // next.
    private final List<@Nullable LocatedElement> open = new ArrayList<>();
    private final int[] nextChild = new int[XmlReader.MAX_DEPTH + 1];

    /** The first stretch of changed lines that does not end before the start tag where the reader is. */
    private int stretch;

    /** What stands in the earlier tree where the reader is at a start tag. */
    private @Nullable LocatedElement here;

    EarlierTree(ChangedLines lines) {
        this.lines = lines;
    }

    /** The element that starts unchanged at an offset, where the reader is at a start tag; null where there is none. */
    @Nullable
    LocatedElement at(int offset) {
        while (stretch < lines.count() && lines.laterEnd(stretch) <= offset) {
            stretch++;
        }
        boolean isChanged = stretch < lines.count() && lines.laterStart(stretch) <= offset;
        here = isChanged
                ? null
                : startingAt(stretch == 0 ? offset : offset + lines.end(stretch - 1) - lines.laterEnd(stretch - 1));
        boolean isInside = !open.isEmpty();
        return isInside && here != null && here.end() <= unchangedEnd() ? here : null;
    }

    private @Nullable LocatedElement startingAt(int offset) {
        if (open.isEmpty()) {
            return lines.earlierRoot();
        }
        int depth = open.size() - 1;
        LocatedElement around = open.get(depth);
        if (around == null) {
            return null;
        }
        List<Element> children = around.elements();
        int next = nextChild[depth];
        while (next < children.size() && ((LocatedElement) children.get(next)).start() < offset) {
            next++;
        }
        nextChild[depth] = next;
        LocatedElement child = next < children.size() ? (LocatedElement) children.get(next) : null;
        return child != null && child.start() == offset ? child : null;
    }

    /** Where in the earlier file the lines end that are the same around the start tag. */
    private int unchangedEnd() {
        return stretch < lines.count() ? lines.start(stretch) : Integer.MAX_VALUE;
    }

    /** The reader goes into the element at whose start tag it is. */
    void open() {
        boolean isSame = here != null && here.startTagEnd() <= unchangedEnd();
        nextChild[open.size()] = 0;
        open.add(isSame ? here : null);
    }

    /** The reader leaves an element. */
    void close() {
        open.remove(open.size() - 1);
    }
}
