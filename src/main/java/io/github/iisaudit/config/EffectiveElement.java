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
 * An element of an effective document, which remembers where it was written. What it holds may be left to be filled in when
 * somebody first looks: most rules see from one attribute that they have nothing to say. Not thread-safe.
 */
public final class EffectiveElement extends ClosedElement {

    private static final long serialVersionUID = 1L;

    private final QName name;
    private final transient @Nullable Origin origin;
    private transient List<Attribute> attributes = List.of();
    private transient List<Node> content = List.of();
    private transient @Nullable Consumer<EffectiveElement> filling;
    private transient @Nullable Span lockedBy;
    private transient @Nullable Watch watch;

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
        seeAll();
        return origin;
    }

    /** From now on somebody is told when it is looked at; nobody where null. */
    void watchedBy(@Nullable Watch next) {
        watch = next;
    }

    /** Who is told. */
    @Nullable
    Watch watch() {
        return watch;
    }

    private void see(String attribute) {
        fill();
        Watch told = watch;
        if (told != null) {
            told.attribute(attribute);
        }
    }

    /** Also for somebody who asks an attribute for its place. */
    void seeAll() {
        Watch told = watch;
        if (told != null) {
            told.all();
        }
    }

    private void seeContent() {
        fill();
        Watch told = watch;
        if (told != null) {
            told.content(content);
        }
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

    /** Leaves the element around it, to be added to another one. */
    void leave() {
        if (getParent() instanceof EffectiveElement around) {
            around.content.remove(this);
            setParent(null);
        }
    }

    /** Leaves its place in the element around it to another one. */
    void giveWayTo(EffectiveElement other) {
        if (getParent() instanceof EffectiveElement around) {
            around.content.set(around.content.indexOf(this), other);
            other.setParent(around);
            setParent(null);
        }
    }

    /** Takes over all that another one holds. */
    void takeOver(EffectiveElement other) {
        content = other.content;
        other.content = List.of();
        for (int i = 0; i < content.size(); i++) {
            content.get(i).setParent(this);
        }
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
        seeAll();
        return attributes.size();
    }

    @Override
    public Attribute attribute(int index) {
        fill();
        seeAll();
        return attributes.get(index);
    }

    @Override
    public @Nullable Attribute attribute(String wanted) {
        see(wanted);
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
        seeContent();
        return content.size();
    }

    @Override
    public Node node(int index) {
        seeContent();
        return content.get(index);
    }

    @Override
    public @Nullable Element element(String wanted) {
        seeContent();
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
        seeContent();
        if (content.isEmpty()) {
            content = new ArrayList<>();
        }
        return content;
    }

    @Override
    protected List<Attribute> attributeList() {
        fill();
        seeAll();
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
