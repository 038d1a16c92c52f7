package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/** A node of a document that is being changed; it knows which file wrote it, and where. */
abstract class Node {

    private final Span place;
    private @Nullable Branch parent;

    Node(Span place) {
        this.place = place;
    }

    /** What was written for it; of an element, its start tag. */
    Span place() {
        return place;
    }

    @Nullable
    Branch parent() {
        return parent;
    }

    void setParent(@Nullable Branch branch) {
        parent = branch;
    }

    /** Whether it came with a transform: then the element that it stands in, or is, did. */
    boolean isNew() {
        Branch above = parent;
        return above instanceof Element && above.isNew();
    }

    boolean isSpace() {
        return false;
    }

    /** A node like it, and all below it, that stands nowhere yet; as one that a transform brought, if that is wanted. */
    abstract Node copy(boolean isNew);
}
