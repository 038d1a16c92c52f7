package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element that is being changed. */
final class Element extends Branch {

    private final Name name;
    private final boolean isNew;
    private final TagLayout layout;
    private final Attributes attributes = new Attributes();
    private boolean isEmptyTag;
    private int end;

    /**
     * An element without attributes.
     *
     * @param tag its start tag
     * @param isNew whether a transform brought it
     * @param layout the white space in the tag
     */
    Element(Name name, Span tag, boolean isNew, TagLayout layout) {
        super(tag);
        this.name = name;
        this.isNew = isNew;
        this.layout = layout;
        this.end = tag.end();
    }

    Name name() {
        return name;
    }

    TagLayout layout() {
        return layout;
    }

    @Override
    boolean isNew() {
        return isNew;
    }

    /** The offset after its end tag, in the file of its start tag. */
    int end() {
        return end;
    }

    void endAt(int offset) {
        end = offset;
    }

    /** Whether it is written as one tag. */
    boolean isEmptyTag() {
        return isEmptyTag && children().isEmpty();
    }

    void setEmptyTag() {
        isEmptyTag = true;
    }

    @Override
    void insert(int at, Node node) {
        isEmptyTag = false;
        super.insert(at, node);
    }

    /** Declarations of namespaces among them; to be looked at only. */
    List<Attribute> attributes() {
        return attributes.all();
    }

    /** The attribute of a name as written, with its prefix. */
    @Nullable
    Attribute attribute(String written) {
        return attributes.find(written);
    }

    /** The attribute of a name in a namespace. */
    @Nullable
    Attribute attribute(String local, String uri) {
        return attributes.find(local, uri);
    }

    void add(Attribute attribute) {
        attributes.add(attribute);
    }

    /** Adds an attribute behind the others; one of its name in the same namespace, whatever its prefix, goes. */
    void append(Attribute attribute) {
        Attribute same = attribute(attribute.name().local(), attribute.name().uri());
        if (same != null) {
            attributes.remove(same);
        }
        attributes.add(attribute.over(same));
    }

    void replace(Attribute attribute, Attribute other) {
        attributes.replace(attribute, other);
    }

    void remove(Attribute attribute) {
        attributes.remove(attribute);
    }

    /** The namespaces in force here by their prefixes, the default one by the empty prefix. */
    Map<String, String> namespaces() {
        Map<String, String> all = parent() instanceof Element above ? above.namespaces() : new LinkedHashMap<>();
        for (Attribute attribute : attributes()) {
            if (attribute.declaresNamespace()) {
                all.put(attribute.declared(), attribute.value());
            }
        }
        return all;
    }

    /** The elements that it holds. */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node child : children()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    @Override
    Element copy(boolean isCopyNew) {
        Element copy = new Element(name, place(), isCopyNew || isNew, isCopyNew ? new TagLayout() : layout.copy());
        attributes().forEach(copy::add);
        children().forEach(child -> copy.add(child.copy(isCopyNew)));
        copy.isEmptyTag = isEmptyTag;
        copy.end = end;
        return copy;
    }
}
