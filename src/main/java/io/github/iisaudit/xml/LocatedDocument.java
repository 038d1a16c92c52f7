package io.github.iisaudit.xml;

import java.util.IdentityHashMap;
import java.util.Map;
import org.dom4j.Node;
import org.dom4j.tree.DefaultDocument;
import org.jspecify.annotations.Nullable;

/**
 * The document of one file. Elements that stand there as they stood in a version of the file that was read before may be the same
 * objects. The parent of such an element is one of the earlier version, and of the same name and attributes as the one of this
 * document, but not of the same content: who goes on from there to what is beside or below must ask for the one {@link #here}.
 */
public final class LocatedDocument extends DefaultDocument {

    private static final long serialVersionUID = 1L;

    /** For elements of the earlier version from which children were taken over, those that hold them in this document. */
    private transient @Nullable Map<Node, LocatedElement> remade;

    LocatedDocument() {}

    /** Notes that the children of an element of an earlier version are now within another element too. */
    void remake(Node earlier, LocatedElement now) {
        if (remade == null) {
            remade = new IdentityHashMap<>();
        }
        remade.put(earlier, now);
    }

    /** The node that stands in this document where the parent of one of its nodes stands in its own: mostly that one itself. */
    public Node here(Node parent) {
        LocatedElement own = remade == null ? null : remade.get(parent);
        return own == null ? parent : own;
    }
}
