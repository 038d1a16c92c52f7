package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xml.Anchor;
import io.github.iisaudit.xml.Located;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * The place that a flagged node points at: what a person typed. It holds nothing of an effective document. What only findings need
 * is worked out when it is asked for. Immutable to its users, and safe for use by several threads.
 */
final class Mark {

    /** The node of the written file; null where the origin tells. */
    private final @Nullable Node node;

    private final @Nullable Origin origin;
    private final Span span;
    private final @Nullable Span lock;

    /** Worked out once for all servers that share the mark. */
    private volatile @Nullable String anchor;

    private Mark(@Nullable Node node, @Nullable Origin origin, Span span, @Nullable Span lock) {
        this.node = node;
        this.origin = origin;
        this.span = span;
        this.lock = lock;
    }

    /**
     * The place of a node of an effective document or a written file. A node without a place of its own is shown at the
     * nearest element around it that has one. Null where there is none: what nobody wrote, such as the error of a
     * section whose module is not installed, is no mistake of anybody.
     */
    static @Nullable Mark of(Node node) {
        Mark mark = null;
        for (Node n = node; n != null && mark == null; n = n.getParent()) {
            mark = own(n);
        }
        return mark;
    }

    private static @Nullable Mark own(Node node) {
        if (node instanceof EffectiveAttribute attribute) {
            return from(node, attribute.origin());
        } else if (node instanceof EffectiveElement element) {
            return from(node, element.origin());
        } else if (node instanceof LocatedElement element) {
            return new Mark(node, null, element.nameSpan(), null);
        } else if (node instanceof Located located) {
            return new Mark(node, null, located.span(), null);
        }
        return node instanceof SuppressionElement element ? new Mark(node, null, element.span(), null) : null;
    }

    private static @Nullable Mark from(Node node, @Nullable Origin origin) {
        if (origin == null) {
            return null;
        }
        Element element = node instanceof Element own ? own : node.getParent();
        Span lock = element instanceof EffectiveElement effective ? effective.lockedBy() : null;
        return new Mark(null, origin, origin.span(), lock);
    }

    /** Where it stands. */
    Span span() {
        return span;
    }

    /** The same by names. */
    String anchor() {
        String known = anchor;
        if (known == null) {
            known = workedOut();
            anchor = known;
        }
        return known;
    }

    private String workedOut() {
        if (origin != null) {
            return origin.anchor();
        }
        return node instanceof SuppressionElement element ? element.anchor() : Anchor.of(Objects.requireNonNull(node));
    }

    /** What the value overrode, the latest first. */
    List<Origin.Written> via() {
        return origin == null ? List.of() : origin.via();
    }

    /** The lock that it ran into. */
    Optional<Span> lock() {
        return Optional.ofNullable(lock);
    }

    /** The root of the file that it stands in; null where the file could not be parsed. */
    @Nullable
    LocatedElement document() {
        if (origin instanceof Origin.Written written) {
            return root(written.element());
        } else if (origin instanceof Origin.Default missing) {
            return root(missing.nearest());
        }
        return node instanceof Located ? root(node) : null;
    }

    private static @Nullable LocatedElement root(Node node) {
        Document document = node.getDocument();
        return document != null && document.getRootElement() instanceof LocatedElement root ? root : null;
    }
}
