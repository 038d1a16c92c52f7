package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.tree.DefaultDocument;

/** The tree of one file while it is read: the document, the elements that are open, and what these hold so far. */
final class GrowingTree {

    private final Document document = new DefaultDocument();
    private final List<LocatedElement> open = new ArrayList<>();
    private int[] firstChildren = new int[16];

    // What the open elements hold, those of the outermost first, and how many nodes that are.
    private Node[] nodes = new Node[64];
    private int count;

    /** Whether secrets are hidden. */
    private final boolean isGuarded;

    // How many of the open elements hold no secret, as far as somebody asked, and whether the next one does.
    private int harmless;
    private boolean isInSecret;

    GrowingTree(boolean isGuarded) {
        this.isGuarded = isGuarded;
    }

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
        if (isGuarded) {
            Secrets.hide(element);
        }
        add(element);
        if (open.size() == firstChildren.length) {
            firstChildren = Arrays.copyOf(firstChildren, 2 * open.size());
        }
        firstChildren[open.size()] = count;
        open.add(element);
    }

    void text(String text, Span span) {
        add(new LocatedText(isGuarded ? shown(text) : text, span));
    }

    private String shown(String text) {
        if (text.isBlank()) {
            return text;
        }
        while (!isInSecret && harmless < open.size()) {
            if (Secrets.areIn(open.get(harmless))) {
                isInSecret = true;
                break;
            }
            harmless++;
        }
        return isInSecret ? SecretValue.masked(text.strip()) : Secrets.safe(text);
    }

    void comment(String text, Span span) {
        add(new LocatedComment(isGuarded ? Secrets.hiddenInMarkup(text) : text, span));
    }

    /** Adds what stands in the innermost element, or outside the root element. */
    private void add(Node node) {
        if (open.isEmpty()) {
            document.add(node);
        } else {
            hold(node);
        }
    }

    private void hold(Node node) {
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
        }
        nodes[count++] = node;
    }

    /** The innermost element ends before an offset. */
    void close(int offset) {
        int last = open.size() - 1;
        int first = firstChildren[last];
        FixedList<Node> content = FixedList.of(nodes, first, count);
        open.remove(last).close(content, elementsOf(content), offset);
        count = first;
        isInSecret &= harmless < last;
        harmless = Math.min(harmless, last);
    }

    /** Most elements hold nothing but elements. */
    @SuppressWarnings("unchecked")
    private static FixedList<Element> elementsOf(FixedList<? extends Node> content) {
        int elements = 0;
        for (int i = 0; i < content.size(); i++) {
            elements += content.get(i) instanceof Element ? 1 : 0;
        }
        return elements == content.size() ? (FixedList<Element>) content : elementsOf(content, elements);
    }

    private static FixedList<Element> elementsOf(FixedList<? extends Node> content, int count) {
        Element[] elements = new Element[count];
        int at = 0;
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Element element) {
                elements[at++] = element;
            }
        }
        return FixedList.of(elements, 0, count);
    }
}
