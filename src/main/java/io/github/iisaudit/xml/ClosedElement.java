package io.github.iisaudit.xml;

import java.util.List;
import org.dom4j.Attribute;
import org.dom4j.Branch;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.ProcessingInstruction;
import org.dom4j.QName;
import org.dom4j.tree.AbstractElement;
import org.jspecify.annotations.Nullable;

/**
 * An element whose name, attributes and content can be added to and not replaced, in an element or a document,
 * and that holds no processing instructions.
 */
public abstract class ClosedElement extends AbstractElement {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Branch parent;

    @Override
    public boolean supportsParent() {
        return true;
    }

    @Override
    public @Nullable Element getParent() {
        return parent instanceof Element element ? element : null;
    }

    @Override
    public void setParent(@Nullable Element element) {
        parent = element;
    }

    @Override
    public @Nullable Document getDocument() {
        return parent == null ? null : parent.getDocument();
    }

    @Override
    public void setDocument(@Nullable Document document) {
        parent = document;
    }

    @Override
    public void setQName(QName other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setContent(List<Node> nodes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clearContent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttributes(List<Attribute> others) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ProcessingInstruction> processingInstructions() {
        return List.of();
    }

    @Override
    public List<ProcessingInstruction> processingInstructions(String target) {
        return List.of();
    }

    @Override
    public @Nullable ProcessingInstruction processingInstruction(String target) {
        return null;
    }

    @Override
    public boolean removeProcessingInstruction(String target) {
        return false;
    }
}
