package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what transforms brought into a document in line with what stands around it: an added element begins on a line of its own, as
 * deep as its neighbours; where an element was taken away, no empty line is left. The order of the steps is that of the reference
 * engine, since each one looks at what the ones before left.
 */
final class Indenter {

    private static final String TAB = "\t";

    /** Of the elements around, the outermost first. */
    private final List<String> indents = new ArrayList<>();

    private final List<@Nullable String> attributeIndents = new ArrayList<>();
    private @Nullable String indent = "";
    private @Nullable String attributeIndent;
    private @Nullable String tab;
    private @Nullable Node current;
    private @Nullable Node previous;

    private Indenter() {}

    static void indent(Document document) {
        new Indenter().visitChildren(document);
    }

    private void visit(Node node) {
        previous = current;
        current = node;
    }

    private void visitChildren(Branch parent) {
        for (int i = 0; i < parent.children().size(); i++) {
            Node node = parent.children().get(i);
            visit(node);
            if (node instanceof Element element) {
                i += visitElement(element);
            } else if (node instanceof Leaf leaf && leaf.isSpace()) {
                i += visitSpace(leaf);
            } else if (node instanceof Leaf leaf && leaf.kind() == Leaf.Kind.COMMENT) {
                i += indentBefore(leaf);
            }
        }
    }

    /** How many nodes came before it. */
    private int visitElement(Element element) {
        int added = indentBefore(element);
        element.layout().update(element.attributes(), () -> attributeIndent(element));
        push();
        moveLastSpace(element);
        visitChildren(element);
        visit(element);
        pop();
        if (!element.isEmptyTag() && needsIndent(element)) {
            element.add(space(element, currentIndent()));
        }
        return added;
    }

    /** What was appended stands behind the white space before the end tag; that goes back to the end. */
    private static void moveLastSpace(Element element) {
        Node last = element.last();
        if (element.isNew() || last == null || last.isSpace()) {
            return;
        }
        int at = element.children().size() - 1;
        while (at >= 0 && element.children().get(at) instanceof Element added && added.isNew()) {
            at--;
        }
        if (at >= 0 && element.children().get(at).isSpace()) {
            Node space = element.children().get(at);
            element.remove(space);
            element.add(space);
        }
    }

    /** Of two stretches of white space, which a removed element leaves, the one that breaks the line stays. */
    private int visitSpace(Leaf space) {
        int removed = 0;
        Node before = previous;
        if (before instanceof Leaf other && other.isSpace()) {
            boolean isLesser = lastBreak(space.text()) < 0 && lastBreak(other.text()) >= 0;
            Leaf superfluous = isLesser ? space : other;
            Branch parent = superfluous.parent();
            if (parent != null) {
                parent.remove(superfluous);
            }
            removed = -1;
        }
        int at = lastBreak(space.text());
        if (at >= 0) {
            setIndent(space.text().substring(at));
        }
        return removed;
    }

    private int indentBefore(Node node) {
        Branch parent = node.parent();
        if (parent == null || !needsIndent(node)) {
            return 0;
        }
        parent.insert(parent.indexOf(node), space(node, currentIndent()));
        return 1;
    }

    private boolean needsIndent(Node node) {
        Node before = previous;
        boolean isBehindText = before instanceof Leaf leaf && (leaf.isSpace() || leaf.kind() == Leaf.Kind.TEXT);
        return !isBehindText && (node.isNew() || (before != null && before.isNew()));
    }

    private static Leaf space(Node node, String text) {
        Span place = node.place();
        return new Leaf(Leaf.Kind.SPACE, text, new Span(place.source(), place.start(), place.start()));
    }

    /** Where the last line break begins, if nothing but blanks follow; negative where there is none. */
    private static int lastBreak(String space) {
        int at = space.length() - 1;
        while (at >= 0 && (space.charAt(at) == ' ' || space.charAt(at) == '\t')) {
            at--;
        }
        if (at < 0 || (space.charAt(at) != '\n' && space.charAt(at) != '\r')) {
            return -1;
        }
        return space.charAt(at) == '\n' && at > 0 && space.charAt(at - 1) == '\r' ? at - 1 : at;
    }

    private void setIndent(String found) {
        if (!found.equals(indent)) {
            indent = found;
            tab = null;
            attributeIndent = null;
        }
    }

    private void push() {
        indents.add(currentIndent());
        indent = null;
        attributeIndents.add(attributeIndent);
        attributeIndent = null;
    }

    private void pop() {
        int last = indents.size() - 1;
        indent = indents.remove(last);
        attributeIndent = attributeIndents.remove(last);
    }

    private String currentIndent() {
        String known = indent;
        if (known == null) {
            Node node = current;
            Branch parent = node == null ? null : node.parent();
            String ahead = parent == null ? null : aheadIn(parent);
            known = ahead == null ? indents.get(indents.size() - 1) + tab() : ahead;
            indent = known;
        }
        return known;
    }

    private static @Nullable String aheadIn(Branch parent) {
        Node last = parent.last();
        for (Node child : parent.children()) {
            if (child != last && child instanceof Leaf leaf && leaf.isSpace()) {
                int at = lastBreak(leaf.text());
                if (at >= 0) {
                    return leaf.text().substring(at);
                }
            }
        }
        return null;
    }

    /** By how much an element is deeper than the one around it. */
    private String tab() {
        String known = tab;
        if (known == null) {
            known = computedTab();
            tab = known;
        }
        return known;
    }

    private String computedTab() {
        if (indents.isEmpty()) {
            return TAB;
        }
        int at = indents.size() - 1;
        while (at > 0) {
            if (indents.get(at).startsWith(indents.get(at - 1))) {
                return indents.get(at).substring(indents.get(at - 1).length());
            }
            at--;
        }
        return tabOf(indents.get(at));
    }

    private static String tabOf(String indent) {
        for (int i = 0; i < indent.length() - 1; i++) {
            if (indent.charAt(i) != '\n' && indent.charAt(i) != '\r') {
                return indent.substring(i + 1);
            }
        }
        return TAB;
    }

    private String attributeIndent(Element element) {
        String known = attributeIndent;
        if (known == null) {
            String found = ofSiblings(element);
            known = found == null ? currentIndent() + tab() : found;
            attributeIndent = known;
        }
        return known;
    }

    private static @Nullable String ofSiblings(Element element) {
        Branch parent = element.parent();
        boolean isBefore = true;
        String found = null;
        for (Node child : parent == null ? List.<Node>of() : parent.children()) {
            if (child == element) {
                isBefore = false;
            } else if (child instanceof Element sibling) {
                found = sibling.layout().lineBreak();
            }
            if (!isBefore && found != null) {
                return found;
            }
        }
        return null;
    }
}
