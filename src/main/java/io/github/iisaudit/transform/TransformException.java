package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stops a transform. */
final class TransformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Span place;

    TransformException(String message) {
        this(message, null);
    }

    /** @param place where it shows, where that is not the transform itself */
    TransformException(String message, @Nullable Span place) {
        super(message);
        this.place = place;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Optional<Span> place() {
        return Optional.ofNullable(place);
    }

    /** The same at a place, unless it has one. */
    TransformException at(Span other) {
        return place == null ? new TransformException(text(), other) : this;
    }
}
