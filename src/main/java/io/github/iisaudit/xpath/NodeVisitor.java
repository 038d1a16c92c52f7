package io.github.iisaudit.xpath;

import org.dom4j.Node;

/** Is shown the nodes that an expression selects, and says when it has seen enough. */
interface NodeVisitor {

    /** Finds out whether there is any node. */
    NodeVisitor ANY = new NodeVisitor() {
        @Override
        public boolean stopsAt(Node node) {
            return true;
        }
    };

    /** Whether no more nodes need be shown. */
    boolean stopsAt(Node node);
}
