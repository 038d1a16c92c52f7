package io.github.iisaudit.xpath;

import org.dom4j.Node;

/** The nodes of several expressions together. */
final class Union extends NodeSet {

    private final NodeSet[] parts;

    Union(NodeSet... parts) {
        this.parts = parts;
    }

    NodeSet[] parts() {
        return parts;
    }

    @Override
    boolean isInOrder() {
        return false;
    }

    @Override
    boolean walk(Node at, Focus focus, NodeVisitor visitor) {
        for (NodeSet part : parts) {
            if (part.walk(at, focus, visitor)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean asksForPosition() {
        return anyAsksForPosition(parts);
    }
}
