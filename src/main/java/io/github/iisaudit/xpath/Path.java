package io.github.iisaudit.xpath;

import io.github.iisaudit.xpath.Step.Axis;
import java.util.List;
import org.dom4j.Document;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/** A location path: from the node itself, from the document, or from the nodes of another expression. */
final class Path extends NodeSet {

    private final @Nullable NodeSet start;
    private final boolean isAbsolute;
    private final @Nullable Step steps;
    private final boolean isInOrder;

    /** Whether it is a dot, which rules ask of every attribute that they look at. */
    private final boolean isSelf;

    private Path(@Nullable NodeSet start, boolean isAbsolute, @Nullable Step steps) {
        this.start = start;
        this.isAbsolute = isAbsolute;
        this.steps = steps;
        this.isInOrder = start == null && keepOrder(steps);
        this.isSelf = start == null && !isAbsolute && steps != null && steps.isSelf();
    }

    static Path relative(Step steps) {
        return new Path(null, false, steps);
    }

    /** From the document, where no step means the document itself, or from the node that it starts from. */
    static Path of(boolean isAbsolute, @Nullable Step steps) {
        return new Path(null, isAbsolute, steps);
    }

    static Path from(NodeSet start, @Nullable Step steps) {
        return new Path(start, false, steps);
    }

    @Nullable
    NodeSet start() {
        return start;
    }

    boolean isAbsolute() {
        return isAbsolute;
    }

    @Nullable
    Step steps() {
        return steps;
    }

    /**
     * Steps from one node keep to document order as long as none goes back, and none goes down from nodes within each other.
     * The attributes of one element come in the order in which they were written only where they are the only step.
     */
    private static boolean keepOrder(@Nullable Step steps) {
        boolean isOne = true;
        boolean isNested = false;
        for (Step step = steps; step != null; step = step.next()) {
            boolean isDown = step.axis() == Axis.DESCENDANT || step.axis() == Axis.DESCENDANT_OR_SELF;
            boolean keeps = switch (step.axis()) {
                case SELF -> true;
                case PARENT, FOLLOWING_SIBLING -> isOne;
                case ATTRIBUTE -> step.leadsToOne() || (step == steps && step.next() == null);
                case CHILD, DESCENDANT, DESCENDANT_OR_SELF -> !isNested;
                default -> false;
            };
            if (!keeps) {
                return false;
            }
            isOne &= step.leadsToOne();
            isNested = isDown || (isNested && step.axis() == Axis.SELF);
        }
        return true;
    }

    @Override
    boolean isOfDocument() {
        return isAbsolute;
    }

    @Override
    boolean isInOrder() {
        return isInOrder;
    }

    @Override
    boolean walk(Node at, Focus focus, NodeVisitor visitor) {
        if (start != null) {
            return walk(start.nodes(at, focus), focus, visitor);
        }
        Node from = at;
        if (isAbsolute) {
            Document document = focus.documentOf(at);
            if (document == null) {
                return false;
            }
            from = document;
        }
        return steps == null ? visitor.stopsAt(from) : steps.walk(from, focus, visitor);
    }

    private boolean walk(List<Node> starts, Focus focus, NodeVisitor visitor) {
        for (Node from : starts) {
            if (steps == null ? visitor.stopsAt(from) : steps.walk(from, focus, visitor)) {
                return true;
            }
        }
        return false;
    }

    /** Attributes found in one go from one node come as they were written. */
    @Override
    List<Node> nodes(Node at, Focus focus) {
        if (start == null || steps == null || steps.next() != null || steps.axis() != Axis.ATTRIBUTE) {
            return super.nodes(at, focus);
        }
        List<Node> starts = start.nodes(at, focus);
        Collection all = new Collection();
        walk(starts, focus, all);
        return starts.size() < 2 ? all.nodes : DocumentOrder.sorted(all.nodes, focus);
    }

    @Override
    @Nullable
    Node first(Node at, Focus focus) {
        return isSelf ? at : super.first(at, focus);
    }

    @Override
    boolean asksForPosition() {
        return start != null && start.asksForPosition();
    }
}
