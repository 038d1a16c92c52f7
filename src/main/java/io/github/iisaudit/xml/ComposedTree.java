package io.github.iisaudit.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dom4j.Attribute;
import org.dom4j.Namespace;
import org.dom4j.QName;

/**
 * Puts the located tree of a configuration file together from what several files wrote of it. As in the tree of one file, secrets do
 * not come into it, and the default namespace of Visual Studio 2005 is dropped.
 */
public final class ComposedTree {

    /**
     * A name.
     *
     * @param prefix empty where there is none
     * @param uri its namespace; empty where it is in none
     */
    public record Name(String prefix, String local, String uri) {}

    /**
     * An attribute.
     *
     * @param place the name and the quoted value in the file that wrote it
     * @param valueStart offset of the value in that file, behind the quote
     * @param over what it was written over
     */
    public record Value(Name name, String value, Span place, int valueStart, Optional<Value> over) {}

    private final GrowingTree tree = new GrowingTree(true);
    private final Map<Name, QName> names = new HashMap<>();

    /** An element begins. */
    public void open(Name name, Span startTag, List<Value> values) {
        List<LocatedAttribute> attributes = new ArrayList<>(values.size());
        values.forEach(value -> attributes.add(attribute(value)));
        for (int i = 0; i < attributes.size(); i++) {
            writeOver(attributes, i, values.get(i).over(), qName(name).getName());
        }
        tree.open(new LocatedElement(qName(name), attributes, startTag.source(), startTag.start(), startTag.end()));
        for (LocatedAttribute attribute : attributes) {
            for (Optional<LocatedAttribute> o = attribute.over();
                    o.isPresent();
                    o = o.get().over()) {
                o.get().setParent(tree.innermost());
            }
        }
    }

    /** What an attribute was written over is as secret as it would be in its place. */
    private void writeOver(List<LocatedAttribute> attributes, int at, Optional<Value> over, String name) {
        LocatedAttribute above = attributes.get(at);
        for (Optional<Value> next = over; next.isPresent(); next = next.get().over()) {
            LocatedAttribute below = attribute(next.get());
            List<Attribute> before = new ArrayList<>(attributes);
            before.set(at, below);
            Secrets.hide(before.subList(at, at + 1), name);
            Secrets.hide(before, name);
            above.writeOver(below);
            above = below;
        }
    }

    private LocatedAttribute attribute(Value value) {
        Span place = value.place();
        return new LocatedAttribute(
                qName(value.name()),
                value.value(),
                place.source(),
                place.start(),
                value.valueStart(),
                Math.max(value.valueStart(), place.end() - 1));
    }

    /** Text that is more than white space. */
    public void text(String text, Span place) {
        tree.text(text, place);
    }

    public void comment(String text, Span place) {
        tree.comment(text, place);
    }

    /** The innermost element ends before an offset, in the file of its start tag. */
    public void close(int offset) {
        tree.close(offset);
    }

    /** The root element, when all elements have ended. */
    public LocatedElement root() {
        return (LocatedElement) tree.document().getRootElement();
    }

    private QName qName(Name name) {
        return names.computeIfAbsent(name, key -> {
            boolean isPlain = name.uri().isEmpty()
                    || (name.prefix().isEmpty() && name.uri().equals(TreeBuilder.NET_CONFIGURATION));
            return isPlain
                    ? new QName(name.local())
                    : new QName(name.local(), new Namespace(name.prefix(), name.uri()));
        });
    }
}
