package io.github.iisaudit.transform;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/** A whole file that is being changed. */
final class Document extends Branch {

    /** So many looks take some seconds; the largest transforms that people write take a twentieth. */
    private static final long MOST_LOOKS = 20_000_000;

    private final SourceText source;
    private long looks;

    Document(SourceText source) {
        super(new Span(source, 0, 0));
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    /**
     * Counts what it takes to find something here.
     *
     * @param more at how many nodes was looked
     * @throws TransformException where that is too much for one file
     */
    void count(long more) {
        looks += more;
        if (isExhausted()) {
            throw new TransformException("what changes this file takes more than " + MOST_LOOKS
                    + " looks at its nodes; the rest is not looked at");
        }
    }

    /** How often was looked at its nodes so far. */
    long looks() {
        return looks;
    }

    /** Whether nothing more is to be looked for. */
    boolean isExhausted() {
        return looks > MOST_LOOKS;
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
