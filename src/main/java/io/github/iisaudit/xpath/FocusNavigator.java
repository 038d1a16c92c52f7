package io.github.iisaudit.xpath;

import java.util.Iterator;
import java.util.List;
import org.dom4j.Node;
import org.jaxen.Navigator;
import org.jaxen.dom4j.DocumentNavigator;
import org.jspecify.annotations.Nullable;

/** Shows jaxen the way from node to node, and counts its steps. */
final class FocusNavigator extends DocumentNavigator {

    private static final long serialVersionUID = 1L;

    private static final int LONG = 64;

    private final transient Focus focus;

    private FocusNavigator(Focus focus) {
        this.focus = focus;
    }

    /** A navigator for one expression. */
    static Navigator of(Focus focus) {
        return new FocusNavigator(focus);
    }

    private Iterator<?> counted(Iterator<?> nodes) {
        return new Iterator<Object>() {
            @Override
            public boolean hasNext() {
                return nodes.hasNext();
            }

            @Override
            public Object next() {
                focus.steps().take();
                return nodes.next();
            }
        };
    }

    @Override
    public Iterator<?> getChildAxisIterator(Object node) {
        return counted(super.getChildAxisIterator(node));
    }

    @Override
    public Iterator<?> getChildAxisIterator(Object node, String name, String prefix, String namespace) {
        return counted(super.getChildAxisIterator(node, name, prefix, namespace));
    }

    @Override
    public Iterator<?> getAttributeAxisIterator(Object node) {
        return counted(super.getAttributeAxisIterator(node));
    }

    /** jaxen looks for texts in each other and puts them together, which takes the square of their length at worst. */
    private String counted(String text) {
        focus.steps().takeFor(text, 1 + text.length() / LONG);
        return text;
    }

    @Override
    public String getElementStringValue(Object node) {
        return counted(focus.steps().text((Node) node));
    }

    @Override
    public String getAttributeStringValue(Object node) {
        return counted(super.getAttributeStringValue(node));
    }

    @Override
    public String getTextStringValue(Object node) {
        return counted(super.getTextStringValue(node));
    }

    @Override
    public String getCommentStringValue(Object node) {
        return counted(super.getCommentStringValue(node));
    }

    @Override
    public @Nullable Object getParentNode(Object node) {
        focus.steps().take();
        return node instanceof Node known ? Focus.parentOf(known) : super.getParentNode(node);
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
