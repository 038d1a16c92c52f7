package io.github.iisaudit.transform;

import java.util.Iterator;
import java.util.List;
import org.jaxen.BaseXPath;
import org.jaxen.DefaultNavigator;
import org.jaxen.JaxenConstants;
import org.jaxen.JaxenException;
import org.jaxen.XPath;
import org.jspecify.annotations.Nullable;

/** Shows jaxen a document that is being changed. What it is asked counts for the document. */
final class TreeNavigator extends DefaultNavigator {

    private static final long serialVersionUID = 1L;

    /** A node takes jaxen so many times as long as a walk over a list. */
    private static final long LOOKS = 16;

    /** So many characters of a text are as long to gather as a node to look at. */
    private static final int CHARACTERS = 256;

    private final transient @Nullable Document document;

    /** @param from a node of the document to look at */
    TreeNavigator(Node from) {
        this.document = getDocumentNode(from) instanceof Document whole ? whole : null;
    }

    private void count(int nodes) {
        if (document != null) {
            document.count(LOOKS * (nodes + 1));
        }
    }

    @Override
    public Iterator<?> getChildAxisIterator(Object node) {
        if (node instanceof Branch branch) {
            count(branch.children().size());
            return branch.children().iterator();
        }
        return JaxenConstants.EMPTY_ITERATOR;
    }

    @Override
    public Iterator<?> getParentAxisIterator(Object node) {
        Object parent = getParentNode(node);
        count(1);
        return parent == null ? JaxenConstants.EMPTY_ITERATOR : List.of(parent).iterator();
    }

    @Override
    public Iterator<?> getAttributeAxisIterator(Object node) {
        return node instanceof Element element
                ? element.attributes().stream()
                        .filter(attribute -> !attribute.declaresNamespace())
                        .map(attribute -> (Object) new Held(element, attribute))
                        .iterator()
                : JaxenConstants.EMPTY_ITERATOR;
    }

    @Override
    public Iterator<?> getNamespaceAxisIterator(Object node) {
        return JaxenConstants.EMPTY_ITERATOR;
    }

    @Override
    public Object getDocumentNode(Object node) {
        Object at = node;
        Object above = getParentNode(at);
        while (above != null) {
            at = above;
            above = getParentNode(at);
        }
        return at;
    }

    @Override
    @SuppressWarnings("NullAway") // jaxen asks for null where there is none, without saying so
    public @Nullable Object getParentNode(Object node) {
        return node instanceof Held held ? held.element() : node instanceof Node other ? other.parent() : null;
    }

    @Override
    public String getElementNamespaceUri(Object element) {
        return ((Element) element).name().uri();
    }

    @Override
    public String getElementName(Object element) {
        return ((Element) element).name().local();
    }

    @Override
    public String getElementQName(Object element) {
        return ((Element) element).name().written();
    }

    @Override
    public String getAttributeNamespaceUri(Object attribute) {
        return ((Held) attribute).attribute().name().uri();
    }

    @Override
    public String getAttributeName(Object attribute) {
        return ((Held) attribute).attribute().name().local();
    }

    @Override
    public String getAttributeQName(Object attribute) {
        return ((Held) attribute).attribute().name().written();
    }

    @Override
    public boolean isDocument(Object node) {
        return node instanceof Document;
    }

    @Override
    public boolean isElement(Object node) {
        return node instanceof Element;
    }

    @Override
    public boolean isAttribute(Object node) {
        return node instanceof Held;
    }

    @Override
    public boolean isNamespace(Object node) {
        return false;
    }

    @Override
    public boolean isComment(Object node) {
        return node instanceof Leaf leaf && leaf.kind() == Leaf.Kind.COMMENT;
    }

    @Override
    public boolean isText(Object node) {
        return node instanceof Leaf leaf && leaf.isText();
    }

    @Override
    public boolean isProcessingInstruction(Object node) {
        return node instanceof Leaf leaf
                && leaf.kind() == Leaf.Kind.MARKUP
                && leaf.text().startsWith("<?");
    }

    @Override
    public String getCommentStringValue(Object comment) {
        return ((Leaf) comment).text();
    }

    @Override
    public String getElementStringValue(Object element) {
        String text = ((Element) element).text();
        count(text.length() / CHARACTERS);
        return text;
    }

    @Override
    public String getAttributeStringValue(Object attribute) {
        return ((Held) attribute).attribute().value();
    }

    @Override
    public String getNamespaceStringValue(Object namespace) {
        return "";
    }

    @Override
    public String getNamespacePrefix(Object namespace) {
        return "";
    }

    @Override
    public String getTextStringValue(Object text) {
        return ((Leaf) text).text();
    }

    @Override
    public XPath parseXPath(String xpath) throws JaxenException {
        return new BaseXPath(xpath, this);
    }

    /** An attribute as a node: it has a place in an element. */
    record Held(Element element, Attribute attribute) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Held held && element == held.element && attribute == held.attribute;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(attribute);
        }
    }
}
