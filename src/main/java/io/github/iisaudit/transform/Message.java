package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import org.jspecify.annotations.Nullable;

/**
 * What came up while a document was transformed.
 *
 * @param text one sentence, without the place
 * @param place where it shows: the transform, mostly
 * @param element the place of the element in the transform that it is about; null where that is the whole file
 */
public record Message(
        Severity severity,
        String text,
        Span place,
        @Nullable Span element) {

    /** How much it matters. */
    public enum Severity {
        WARNING,
        /** A deployment writes nothing. */
        ERROR,
        /** Neither: the engine breaks off without a word; a deployment writes nothing either. */
        FAILURE;

        /** As reports write it. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
