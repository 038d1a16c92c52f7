package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.List;
import org.dom4j.Document;
import org.dom4j.Node;
import org.dom4j.tree.DefaultDocument;

/** The tree of one file while it is read: the document, the elements that are open, and what these hold so far. */
final class GrowingTree {

    private final Document document = new DefaultDocument();
    private final List<LocatedElement> open = new ArrayList<>();
    private final List<Integer> firstChildren = new ArrayList<>();

    // What the open elements hold, those of the outermost first.
    private final List<Node> nodes = new ArrayList<>();

    Document document() {
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

    /** The innermost element ends before an offset. */
    void close(int offset) {
        int last = open.size() - 1;
        List<Node> content = nodes.subList(firstChildren.remove(last), nodes.size());
        open.remove(last).close(content, offset);
        content.clear();
    }
}
