package io.github.iisaudit.xpath;

import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is evaluated in, beside the node that it starts from: the place of that node in its list, and the tree
 * around it. Immutable, but for the steps that are counted.
 *
 * @param position of the node among those that a predicate filters, counted from 1
 * @param size how many those are
 * @param document the document that the node stands in, if somebody knows it without looking
 * @param sites what the server says of the written file that the node stands in; null outside written files
 * @param leavesGaps whether what is said is for other scopes too, so that server and path are left open where they can be
 * @param steps those that are left to the expression
 * @param texts those of the document that somebody looked for another one among
 */
public record Focus(
        int position,
        int size,
        @Nullable Document document,
        @Nullable FileSites sites,
        boolean leavesGaps,
        Steps steps,
        Texts texts) {

    /** A node of which nothing else is known. */
    public static Focus alone() {
        return new Focus(1, 1, null, null, false, new Steps(), new Texts());
    }

    /** A node of an effective document. */
    public static Focus in(@Nullable Document document) {
        return new Focus(1, 1, document, null, false, new Steps(), new Texts());
    }

    /** A node of a written file. */
    public static Focus in(@Nullable Document document, FileSites sites) {
        return new Focus(1, 1, document, sites, false, new Steps(), new Texts());
    }

    Focus at(int newPosition, int newSize) {
        return new Focus(newPosition, newSize, document, sites, leavesGaps, steps, texts);
    }

    /** The same for what other scopes say too. */
    public Focus leavingGaps() {
        return new Focus(position, size, document, sites, true, steps, texts);
    }

    /** How many steps were taken in it so far, by all expressions. */
    public long taken() {
        return steps.all();
    }

    /** The document of a node that the focus is on; null for a tree without one. */
    @Nullable
    Document documentOf(Node node) {
        return document == null ? node.getDocument() : document;
    }

    /** The root of the effective document; null for a written file, or where nobody knows the document. */
    public @Nullable Element scope() {
        return document == null ? null : scopeOf(document);
    }

    /** That of the effective document that a node stands in; null for one of a written file. */
    @Nullable
    Element scope(Node at) {
        Document around = documentOf(at);
        return around == null ? null : scopeOf(around);
    }

    private static @Nullable Element scopeOf(Document document) {
        Element root = document.getRootElement();
        return root == null || !root.getName().equals("scope") ? null : root;
    }

    /** The element around a node, or the document around the root element; null for what has neither. */
    static @Nullable Node parentOf(Node node) {
        Node parent = node.getParent();
        Node around = parent == null ? node.getDocument() : parent;
        return around == node ? null : around;
    }
}
