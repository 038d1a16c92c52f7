package io.github.iisaudit.xml;

import java.util.List;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;

/**
 * An element that knows where it was written. Its attributes are {@link LocatedAttribute}s in the order of the
 * file; namespace declarations are not among them. Its content is {@link LocatedElement}s, {@link LocatedText}s and
 * {@link LocatedComment}s.
 *
 * <p>The tree of a file cannot be changed, and several threads may look at it. dom4j's own elements make their lists
 * when they are first asked for them.
 */
public final class LocatedElement extends ClosedElement implements Located {

    private static final long serialVersionUID = 1L;

    private final QName name;
    private final transient FixedList<Attribute> attributes;
    private final transient SourceText source;
    private final int start;
    private final int startTagEnd;
    private int end;
    private transient FixedList<Node> content = FixedList.empty();
    private transient FixedList<Element> elements = FixedList.empty();

    LocatedElement(QName name, List<? extends Attribute> attributes, SourceText source, int start, int startTagEnd) {
        this.name = name;
        this.attributes = FixedList.copyOf(attributes);
        this.source = source;
        this.start = start;
        this.startTagEnd = startTagEnd;
        this.end = startTagEnd;
        for (int i = 0; i < this.attributes.size(); i++) {
            this.attributes.get(i).setParent(this);
        }
    }

    /**
     * Gives the element what it holds, once, and the offset after its end tag.
     *
     * @param children those of the nodes that are elements
     */
    void close(FixedList<Node> nodes, FixedList<Element> children, int offset) {
        end = offset;
        content = nodes;
        elements = children;
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).setParent(this);
        }
    }

    /** The text that it was read from. */
    SourceText source() {
        return source;
    }

    /** From {@code <} of the start tag to after {@code >} of the end tag. */
    @Override
    public Span span() {
        return new Span(source, start, end);
    }

    /** The start tag, or the whole of an empty element. */
    public Span startTag() {
        return new Span(source, start, startTagEnd);
    }

    /** {@code <} and the name: what a report underlines when it speaks of the element. */
    public Span nameSpan() {
        return new Span(source, start, start + 1 + getQualifiedName().length());
    }

    @Override
    public QName getQName() {
        return name;
    }

    @Override
    public List<Attribute> attributes() {
        return attributes;
    }

    @Override
    public @Nullable Attribute attribute(String wanted) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).getName().equals(wanted)) {
                return attributes.get(i);
            }
        }
        return null;
    }

    @Override
    public @Nullable Attribute attribute(QName wanted) {
        for (int i = 0; i < attributes.size(); i++) {
            QName other = attributes.get(i).getQName();
            if (other == wanted || other.equals(wanted)) {
                return attributes.get(i);
            }
        }
        return null;
    }

    /** The empty text at once where there is none: most elements hold no text. */
    @Override
    public String getText() {
        return content.size() == elements.size() ? "" : super.getText();
    }

    @Override
    public List<Node> content() {
        return content;
    }

    @Override
    public List<Element> elements() {
        return elements;
    }

    @Override
    public @Nullable Element element(String wanted) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).getName().equals(wanted)) {
                return elements.get(i);
            }
        }
        return null;
    }

    @Override
    protected List<Node> contentList() {
        return content;
    }

    @Override
    protected List<Attribute> attributeList() {
        return attributes;
    }

    @Override
    protected List<Attribute> attributeList(int size) {
        return attributes;
    }
}
