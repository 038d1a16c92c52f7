package io.github.iisaudit.config;

import io.github.iisaudit.xml.Names;
import org.dom4j.tree.DefaultAttribute;
import org.jspecify.annotations.Nullable;

/** An attribute of an effective document, normalised by its type, which remembers where it was written. */
public final class EffectiveAttribute extends DefaultAttribute {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Origin origin;

    public EffectiveAttribute(String name, String value, @Nullable Origin origin) {
        super(Names.of(name), value);
        this.origin = origin;
    }

    /** Where its value comes from; null for attributes that only give the document its form. */
    public @Nullable Origin origin() {
        return origin;
    }
}
