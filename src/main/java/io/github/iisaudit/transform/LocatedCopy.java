package io.github.iisaudit.transform;

import io.github.iisaudit.xml.ComposedTree;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes the tree of a document that the configuration is read from: white space, declarations and instructions are left out. */
final class LocatedCopy {

    private final ComposedTree tree = new ComposedTree();
    private final Function<Element, List<Attribute>> added;

    private LocatedCopy(Function<Element, List<Attribute>> added) {
        this.added = added;
    }

    /** The tree of a root element. */
    static LocatedElement of(Element root) {
        return of(root, element -> List.of());
    }

    /** The same with attributes that nobody wrote. */
    static LocatedElement of(Element root, Function<Element, List<Attribute>> added) {
        LocatedCopy copy = new LocatedCopy(added);
        copy.add(root);
        return copy.tree.root();
    }

    private void add(Element element) {
        List<ComposedTree.Value> values = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            if (!attribute.declaresNamespace()) {
                values.add(value(attribute));
            }
        }
        added.apply(element).forEach(attribute -> values.add(value(attribute)));
        tree.open(name(element.name()), element.place(), values);
        for (Node child : element.children()) {
            if (child instanceof Element inner) {
                add(inner);
            } else if (child instanceof Leaf leaf) {
                add(leaf);
            }
        }
        tree.close(element.end());
    }

    private void add(Leaf leaf) {
        if (leaf.kind() == Leaf.Kind.COMMENT) {
            tree.comment(leaf.text(), leaf.place());
        } else if (leaf.isText() && !leaf.text().isBlank()) {
            tree.text(leaf.text(), trimmed(leaf.place()));
        }
    }

    private static Span trimmed(Span span) {
        int start = span.start();
        int end = span.end();
        String text = span.source().text();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(span.source(), start, end);
    }

    private static ComposedTree.Value value(Attribute attribute) {
        return new ComposedTree.Value(
                name(attribute.name()),
                plain(attribute.value()),
                attribute.place(),
                attribute.valueStart(),
                attribute.over().map(LocatedCopy::value));
    }

    /** White space in a value is blanks to who reads the file. */
    private static String plain(String value) {
        return value.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    private static ComposedTree.Name name(Name name) {
        return new ComposedTree.Name(name.prefix(), name.local(), name.uri());
    }
}
