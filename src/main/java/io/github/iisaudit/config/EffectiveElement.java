package io.github.iisaudit.config;

import io.github.iisaudit.xml.Span;
import org.dom4j.tree.DefaultElement;
import org.jspecify.annotations.Nullable;

/** An element of an effective document, which remembers where it was written. */
public final class EffectiveElement extends DefaultElement {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Origin origin;
    private transient @Nullable Span lockedBy;

    public EffectiveElement(String name, @Nullable Origin origin) {
        super(Names.of(name));
        this.origin = origin;
    }

    /** Where it was written; null for elements that only give the document its form. */
    public @Nullable Origin origin() {
        return origin;
    }

    /** For an error: the place of the lock that the element at fault ran into; null for other errors. */
    public @Nullable Span lockedBy() {
        return lockedBy;
    }

    void lockedBy(@Nullable Span lock) {
        lockedBy = lock;
    }
}
