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
        return new Attribute(name, value, place, valueStart, Optional.ofNullable(other));
    }
}
