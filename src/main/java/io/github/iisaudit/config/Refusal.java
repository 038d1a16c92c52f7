package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading stops here: IIS raises an error, or what it does is not known. Carried up to the section that cannot be read. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient @Nullable ErrorKind kind;
    private transient @Nullable LocatedElement element;
    private transient @Nullable LocatedAttribute attribute;
    private transient @Nullable Span lockedBy;

    private Refusal(@Nullable ErrorKind kind, String message) {
        super(message, null, false, false);
        this.text = message;
        this.kind = kind;
    }

    static Refusal of(ErrorKind kind, String message) {
        return new Refusal(kind, message);
    }

    /** The answer cannot be known, for this reason. */
    static Refusal unknown(String reason) {
        return new Refusal(null, reason);
    }

    /** Names the place, unless a place further inside is known already. */
    Refusal at(LocatedElement place, @Nullable LocatedAttribute part) {
        if (element == null) {
            element = place;
            attribute = part;
        }
        return this;
    }

    Refusal at(LocatedElement place) {
        return at(place, null);
    }

    Refusal lockedBy(@Nullable Span lock) {
        lockedBy = lock;
        return this;
    }

    /** The error; empty where the answer is unknown. */
    Optional<ConfigError> error() {
        return kind == null ? Optional.empty() : Optional.of(new ConfigError(kind, text, element, attribute, lockedBy));
    }

    /** Why the answer is unknown, where it is. */
    SectionState.Unknown unknown() {
        return new SectionState.Unknown(reason(), element);
    }

    /** Why the answer is unknown, with the place. */
    private String reason() {
        String place = element == null ? "" : " (" + place(element) + ")";
        return text + place;
    }

    private static String place(LocatedElement element) {
        Span span = element.nameSpan();
        return span.path() + ":" + span.line();
    }
}
