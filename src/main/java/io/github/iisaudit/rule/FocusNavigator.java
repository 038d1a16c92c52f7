package io.github.iisaudit.rule;

import io.github.iisaudit.xml.LocatedDocument;
import java.util.Iterator;
import java.util.List;
import org.dom4j.Node;
import org.jaxen.Navigator;
import org.jaxen.dom4j.DocumentNavigator;
import org.jspecify.annotations.Nullable;

/** Shows jaxen the way from node to node in a written file, some elements of which may be in the files of several servers. */
final class FocusNavigator extends DocumentNavigator {

    private static final long serialVersionUID = 1L;

    private final transient Focus focus;

    private FocusNavigator(Focus focus) {
        this.focus = focus;
    }

    /** A navigator for the document that a focus is on. */
    static Navigator of(Focus focus) {
        return focus.document() instanceof LocatedDocument
                ? new FocusNavigator(focus)
                : DocumentNavigator.getInstance();
    }

    @Override
    public @Nullable Object getParentNode(Object node) {
        return node instanceof Node known ? focus.parentOf(known) : super.getParentNode(node);
    }

    @Override
    public Iterator<?> getParentAxisIterator(Object node) {
        Object parent = getParentNode(node);
        return (parent == null ? List.of() : List.of(parent)).iterator();
    }

    @Override
    public @Nullable Object getDocumentNode(Object node) {
        return node instanceof Node known ? focus.documentOf(known) : super.getDocumentNode(node);
    }
}
