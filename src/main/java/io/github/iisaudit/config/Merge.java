package io.github.iisaudit.config;

import io.github.iisaudit.config.GranularLocks.Lock;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Lays what one file writes over what the files above say: attribute by attribute and element by element, so that what is absent
 * resets nothing.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/deep-dive-into-iis-configuration-with-iis-7-and-iis-8">Deep dive into IIS configuration</a>
 */
final class Merge {

    private final int depth;
    private final Tolerance tolerance;

    /** @param depth how deep the writing file lies: locks of files above bind it */
    Merge(int depth, Tolerance tolerance) {
        this.depth = depth;
        this.tolerance = tolerance;
    }

    /**
     * The state with the element laid over it.
     *
     * @throws Refusal where IIS refuses the element, or where it is not known what IIS does, and that is not tolerated
     */
    ElementState lay(LocatedElement element, ElementState below, ElementSchema schema) throws Refusal {
        ElementState state = below.open(element);
        boolean setsLocks = layAttributes(element, state, schema);
        if (!schema.isOpaque()) {
            layContent(element, state, schema);
        }
        return setsLocks
                ? state.with(locks(element, below.locks(), schema), GranularLocks.item(element, depth))
                : state;
    }

    /** The attributes of the element, and some of the elements in it. */
    ElementState layParts(LocatedElement element, ElementState below, ElementSchema schema, Set<String> parts)
            throws Refusal {
        ElementState state = below.open(element);
        layAttributes(element, state, schema);
        List<Element> children = element.elements();
        for (int i = 0; i < children.size(); i++) {
            if (parts.contains(children.get(i).getName())) {
                layChild((LocatedElement) children.get(i), state, schema, null);
            }
        }
        return state;
    }

    /** Returns whether lock attributes are among them. */
    private boolean layAttributes(LocatedElement element, ElementState state, ElementSchema schema) throws Refusal {
        boolean setsLocks = false;
        List<Attribute> attributes = element.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            setsLocks |= GranularLocks.isLockAttribute(attribute.getName());
            try {
                write((LocatedAttribute) attribute, element, state, schema);
            } catch (Refusal refusal) {
                tolerate(refusal);
            }
        }
        return setsLocks;
    }

    private void layContent(LocatedElement element, ElementState state, ElementSchema schema) throws Refusal {
        if (!element.getText().isEmpty()) {
            tolerate(Refusal.unknown("it is not known what IIS does with text inside <" + element.getName() + ">")
                    .at(element));
        }
        Replay replay = schema.collection() == null ? null : new Replay(schema, state, this);
        List<Element> children = element.elements();
        for (int i = 0; i < children.size(); i++) {
            layChild((LocatedElement) children.get(i), state, schema, replay);
        }
    }

    private void layChild(LocatedElement child, ElementState state, ElementSchema schema, @Nullable Replay replay)
            throws Refusal {
        try {
            descend(child, state, schema, replay);
        } catch (Refusal refusal) {
            tolerate(refusal);
        }
    }

    private GranularLocks locks(LocatedElement element, GranularLocks before, ElementSchema schema) throws Refusal {
        try {
            return before.and(element, schema, depth);
        } catch (Refusal refusal) {
            tolerate(refusal);
            return before;
        }
    }

    private void tolerate(Refusal refusal) throws Refusal {
        if (!tolerance.passes(refusal, null)) {
            throw refusal;
        }
    }

    private void write(LocatedAttribute attribute, LocatedElement element, ElementState state, ElementSchema schema)
            throws Refusal {
        String name = attribute.getQualifiedName();
        if (GranularLocks.isLockAttribute(name)) {
            return;
        }
        AttributeSchema known = schema.attributes().get(name);
        if (known == null && !schema.isOpen() && !schema.isOpaque()) {
            throw Refusal.of(
                            ErrorKind.UNRECOGNIZED_ATTRIBUTE,
                            "<" + element.getName() + "> has no attribute \"" + name + "\"")
                    .at(element, attribute);
        }
        Lock lock = state.locks().onAttribute(name, depth);
        if (lock != null) {
            refuseLocked(lock, "the attribute " + name, element, attribute);
        }
        Written before = state.attributes().get(name);
        state.attributes().put(name, Written.of(element, attribute, normalised(known, attribute, element), before));
    }

    private static String normalised(
            @Nullable AttributeSchema known, LocatedAttribute attribute, LocatedElement element) throws Refusal {
        try {
            return known == null ? attribute.getValue() : known.normalise(attribute.getValue());
        } catch (Refusal refusal) {
            throw refusal.at(element, attribute);
        }
    }

    private void descend(LocatedElement child, ElementState state, ElementSchema schema, @Nullable Replay replay)
            throws Refusal {
        String name = child.getName();
        ElementSchema known = schema.elements().get(name);
        if (!schema.knowsElement(name)) {
            throw Refusal.of(ErrorKind.UNDECLARED, "<" + schema.name() + "> has no element <" + name + ">")
                    .at(child);
        }
        Lock lock = state.locks().onElement(name, depth);
        if (lock != null) {
            refuseLocked(lock, "<" + name + ">", child, null);
        }
        if (known == null) {
            Objects.requireNonNull(replay).direct(child);
            return;
        }
        ElementState before = state.child(name);
        if (before.itemLock() != null) {
            refuseLocked(before.itemLock(), "<" + name + ">", child, null);
        }
        state.children().put(name, lay(child, before, known));
    }

    /** A locked thing may not even be written with the value it has. */
    void refuseLocked(@Nullable Lock lock, String what, LocatedElement element, @Nullable LocatedAttribute attribute)
            throws Refusal {
        if (lock == null || lock.depth() == depth) {
            return;
        }
        if (lock.depth() > depth) {
            throw Refusal.unknown(
                            "a file between locks " + what + ", and what IIS makes of an upper file's location tag"
                                    + " below that lock is not documented")
                    .at(element, attribute);
        }
        Refusal refusal = lock.doubt() != null
                ? Refusal.unknown(lock.doubt())
                : Refusal.of(ErrorKind.LOCK_VIOLATION, what + " is locked above and may not be written here");
        refusal.at(element, attribute).lockedBy(lock.span());
        if (!tolerance.passes(refusal, lock)) {
            throw refusal;
        }
    }
}
