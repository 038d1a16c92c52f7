package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an element that is being changed. A declaration of a namespace is one too.
 *
 * @param name its name
 * @param value references resolved
 * @param place its name and value in the file that wrote it
 * @param valueStart offset of the value in that file, behind the quote
 * @param over what it was written over, if anything
 */
record Attribute(Name name, String value, Span place, int valueStart, Optional<Attribute> over) {

    /** What was written over again and again is remembered so often. */
    private static final int DEEPEST = 32;

    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    boolean declaresNamespace() {
        return name.uri().equals(XMLNS);
    }

    /** The prefix that it declares; empty for the default namespace. */
    String declared() {
        return name.prefix().isEmpty() ? "" : name.local();
    }

    Attribute withName(Name other) {
        return new Attribute(other, value, place, valueStart, over);
    }

    Attribute withValue(String other) {
        return new Attribute(name, other, place, valueStart, over);
    }

    /** The same, written over another one, which may be null. */
    Attribute over(@Nullable Attribute other) {
        Attribute kept = other != null && other.depth() >= DEEPEST
                ? new Attribute(other.name, other.value, other.place, other.valueStart, Optional.empty())
                : other;
        return new Attribute(name, value, place, valueStart, Optional.ofNullable(kept));
    }

    private int depth() {
        int depth = 0;
        for (Optional<Attribute> below = over; below.isPresent(); below = below.get().over) {
            depth++;
        }
        return depth;
    }
}
