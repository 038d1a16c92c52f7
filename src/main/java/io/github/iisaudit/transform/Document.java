package io.github.iisaudit.transform;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/** A whole file that is being changed. */
final class Document extends Branch {

    private final SourceText source;

    Document(SourceText source) {
        super(new Span(source, 0, 0));
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    /** The root element; null where it was removed. */
    @Nullable
    Element root() {
        for (Node child : children()) {
            if (child instanceof Element element) {
                return element;
            }
        }
        return null;
    }

    @Override
    Document copy(boolean isNew) {
        Document copy = new Document(source);
        children().forEach(child -> copy.add(child.copy(isNew)));
        return copy;
    }
}
