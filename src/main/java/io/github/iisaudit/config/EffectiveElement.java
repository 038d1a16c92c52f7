package io.github.iisaudit.config;

import io.github.iisaudit.xml.ClosedElement;
import io.github.iisaudit.xml.Names;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;

/**
 * An element of an effective document, which remembers where it was written. What it holds is filled in when somebody first looks:
 * most rules see from one attribute that they have nothing to say. Whoever makes it adds to it; then it does not change. Not
 * thread-safe.
 */
public final class EffectiveElement extends ClosedElement {

    private static final long serialVersionUID = 1L;

    private final QName name;
    private final transient @Nullable Origin origin;
    private transient List<Attribute> attributes = List.of();
    private transient List<Node> content = List.of();
    private transient @Nullable Consumer<EffectiveElement> filling;
    private transient @Nullable Span lockedBy;
    private @Nullable String part;

    public EffectiveElement(String name, @Nullable Origin origin) {
        this(name, origin, null);
    }

    /** @param filling adds what the element holds when that is first asked for */
    EffectiveElement(String name, @Nullable Origin origin, @Nullable Consumer<EffectiveElement> filling) {
        this.name = Names.of(name);
        this.origin = origin;
        this.filling = filling;
    }

    /** Where it was written; null for elements that only give the document its form. */
    public @Nullable Origin origin() {
        return origin;
    }

    /** The path by which the scope answers for it and all below it; null for elements within, and those around. */
    public @Nullable String part() {
        return part;
    }

    /** Makes it the element by which the scope answers for a path. */
    public EffectiveElement part(String path) {
        part = path;
        return this;
    }

    /** One like it that no document has. */
    EffectiveElement copy() {
        EffectiveElement copy = new EffectiveElement(getName(), origin);
        for (Attribute attribute : attributes) {
            copy.add(new EffectiveAttribute(attribute.getName(), attribute.getValue(), null));
        }
        for (Node node : content) {
            if (node instanceof EffectiveElement below) {
                copy.add(below.copy());
            }
        }
        return copy;
    }

    /** For an error: the place of the lock that the element at fault ran into; null for other errors. */
    public @Nullable Span lockedBy() {
        return lockedBy;
    }

    void lockedBy(@Nullable Span lock) {
        lockedBy = lock;
    }

    /** Whether nobody has looked yet; errors and unknowns are not left to be filled in. */
    public boolean isUnseen() {
        return filling != null;
    }

    private void fill() {
        Consumer<EffectiveElement> left = filling;
        if (left != null) {
            filling = null;
            left.accept(this);
        }
    }

    @Override
    public void add(Attribute attribute) {
        fill();
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>();
        }
        attributes.add(attribute);
        attribute.setParent(this);
    }

    @Override
    public void add(Element element) {
        fill();
        if (content.isEmpty()) {
            content = new ArrayList<>();
        }
        content.add(element);
        element.setParent(this);
    }

    @Override
    public int attributeCount() {
        fill();
        return attributes.size();
    }

    @Override
    public Attribute attribute(int index) {
        fill();
        return attributes.get(index);
    }

    @Override
    public @Nullable Attribute attribute(String wanted) {
        fill();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (attribute.getName().equals(wanted)) {
                return attribute;
            }
        }
        return null;
    }

    @Override
    public @Nullable Attribute attribute(QName wanted) {
        return wanted.getNamespaceURI().isEmpty() ? attribute(wanted.getName()) : null;
    }

    @Override
    public int nodeCount() {
        fill();
        return content.size();
    }

    @Override
    public Node node(int index) {
        fill();
        return content.get(index);
    }

    @Override
    public @Nullable Element element(String wanted) {
        fill();
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Element element && element.getName().equals(wanted)) {
                return element;
            }
        }
        return null;
    }

    @Override
    public QName getQName() {
        return name;
    }

    @Override
    protected List<Node> contentList() {
        fill();
        if (content.isEmpty()) {
            content = new ArrayList<>();
        }
        return content;
    }

    @Override
    protected List<Attribute> attributeList() {
        fill();
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>();
        }
        return attributes;
    }

    @Override
    protected List<Attribute> attributeList(int size) {
        return attributeList();
    }
}
