package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds nodes: a document or an element. */
abstract class Branch extends Node {

    private final List<Node> children = new ArrayList<>();
    private final Near near = new Near();

    Branch(Span place) {
        super(place);
    }

    /** What it holds, to be looked at only. */
    List<Node> children() {
        return children;
    }

    void add(Node node) {
        insert(children.size(), node);
    }

    void insert(int at, Node node) {
        children.add(at, node);
        node.setParent(this);
    }

    void remove(Node node) {
        children.remove(indexOf(node));
        node.setParent(null);
    }

    void replace(Node node, Node other) {
        children.set(indexOf(node), other);
        node.setParent(null);
        other.setParent(this);
    }

    /** Puts others in the place of all that it holds. */
    void replaceAll(List<? extends Node> others) {
        children.forEach(child -> child.setParent(null));
        children.clear();
        others.forEach(this::add);
    }

    int indexOf(Node node) {
        int at = near.indexOf(node, children);
        if (at < 0) {
            throw new IllegalArgumentException("no child of this");
        }
        return at;
    }

    @Nullable
    Node last() {
        return children.isEmpty() ? null : children.get(children.size() - 1);
    }

    /** The text of all that it holds, as XPath has it. */
    String text() {
        StringBuilder text = new StringBuilder();
        addText(text);
        return text.toString();
    }

    private void addText(StringBuilder text) {
        for (Node child : children) {
            if (child instanceof Branch branch) {
                branch.addText(text);
            } else if (child instanceof Leaf leaf && leaf.isText()) {
                text.append(leaf.text());
            }
        }
    }
}
