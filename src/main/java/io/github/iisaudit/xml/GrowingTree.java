package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dom4j.Node;

/** The tree of one file while it is read: the document, the elements that are open, and what these hold so far. */
final class GrowingTree {

    private final LocatedDocument document = new LocatedDocument();
    private final List<LocatedElement> open = new ArrayList<>();
    private final List<Integer> firstChildren = new ArrayList<>();

    // What the open elements hold, those of the outermost first.
    private final List<Node> nodes = new ArrayList<>();

    LocatedDocument document() {
        return document;
    }

    /** How many elements are open. */
    int depth() {
        return open.size();
    }

    /** The innermost element whose end tag has not come yet; there is one. */
    LocatedElement innermost() {
        return open.get(open.size() - 1);
    }

    void open(LocatedElement element) {
        add(element);
        open.add(element);
        firstChildren.add(nodes.size());
    }

    /** Adds what stands in the innermost element, or outside the root element. */
    void add(Node node) {
        if (open.isEmpty()) {
            document.add(node);
        } else {
            nodes.add(node);
        }
    }

    /** Adds a whole element of an earlier version of the file, which stays where it is. */
    void takeOver(LocatedElement element) {
        document.remake(Objects.requireNonNull(element.getParent()), innermost());
        nodes.add(element);
    }

    /** The innermost element ends before an offset. */
    void close(int offset) {
        int last = open.size() - 1;
        List<Node> content = nodes.subList(firstChildren.remove(last), nodes.size());
        open.remove(last).close(content, offset);
        content.clear();
    }
}
