package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xml.Anchor;
import io.github.iisaudit.xml.Located;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.List;
import java.util.Optional;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * The place that a flagged node points at: what a person typed.
 *
 * @param span where it stands
 * @param anchor the same by names
 * @param via what the value overrode, the latest first
 * @param lock the lock that it ran into
 * @param document the root of the file that it stands in; null where the file could not be parsed
 */
record Mark(
        Span span,
        String anchor,
        List<Origin.Written> via,
        Optional<Span> lock,
        @Nullable LocatedElement document) {

    /**
     * The place of a node of an effective document or a written file. A node without a place of its own is shown at the
     * nearest element around it that has one. Empty where there is none: what nobody wrote, such as the error of a
     * section whose module is not installed, is no mistake of anybody.
     */
    static Optional<Mark> of(Node node) {
        Mark mark = null;
        for (Node n = node; n != null && mark == null; n = n.getParent()) {
            mark = own(n);
        }
        return Optional.ofNullable(mark);
    }

    private static @Nullable Mark own(Node node) {
        if (node instanceof EffectiveAttribute attribute) {
            return from(attribute.origin(), lock(attribute.getParent()));
        } else if (node instanceof EffectiveElement element) {
            return from(element.origin(), lock(element));
        } else if (node instanceof Located located) {
            Span span = located instanceof LocatedElement element ? element.nameSpan() : located.span();
            return new Mark(span, Anchor.of(node), List.of(), Optional.empty(), root(node));
        } else if (node instanceof SuppressionElement element) {
            return new Mark(element.span(), element.anchor(), List.of(), Optional.empty(), null);
        }
        return null;
    }

    private static @Nullable Mark from(@Nullable Origin origin, Optional<Span> lock) {
        if (origin == null) {
            return null;
        }
        LocatedElement document = null;
        if (origin instanceof Origin.Written written) {
            document = root(written.element());
        } else if (origin instanceof Origin.Default missing) {
            document = root(missing.nearest());
        }
        return new Mark(origin.span(), origin.anchor(), origin.via(), lock, document);
    }

    private static @Nullable LocatedElement root(Node node) {
        Document document = node.getDocument();
        return document != null && document.getRootElement() instanceof LocatedElement root ? root : null;
    }

    private static Optional<Span> lock(@Nullable Element element) {
        return element instanceof EffectiveElement effective
                ? Optional.ofNullable(effective.lockedBy())
                : Optional.empty();
    }
}
