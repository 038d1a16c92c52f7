package io.github.iisaudit.xpath;

import io.github.iisaudit.xml.Names;
import org.dom4j.Attribute;
import org.dom4j.CDATA;
import org.dom4j.Comment;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.dom4j.QName;
import org.dom4j.Text;
import org.dom4j.tree.AbstractBranch;
import org.dom4j.tree.AbstractElement;
import org.jspecify.annotations.Nullable;

/** One step of a location path and those after it: an axis, a test and predicates. A name is one of no namespace. */
final class Step {

    /** The directions there are, but for those that no configuration needs. */
    enum Axis {
        CHILD,
        ATTRIBUTE,
        SELF,
        PARENT,
        DESCENDANT,
        DESCENDANT_OR_SELF,
        ANCESTOR,
        ANCESTOR_OR_SELF,
        FOLLOWING_SIBLING,
        PRECEDING_SIBLING
    }

    /** The tests beside names. */
    static final String ANY_NAME = "*";

    /** So many nodes are passed by in the time of a step. */
    private static final int SEEN_AT_ONCE = 16;

    static final String ANY_NODE = "node()";
    static final String TEXT = "text()";
    static final String COMMENT = "comment()";

    private final Axis axis;
    private final String test;
    private final @Nullable QName name;
    private final Predicates predicates;
    private final @Nullable Step next;

    /** The same step without its predicates and what follows, where predicates need to see all nodes together. */
    private final @Nullable Step candidates;

    Step(Axis axis, String test, Predicates predicates, @Nullable Step next) {
        this.axis = axis;
        this.test = test.intern();
        this.name = test.equals(ANY_NAME) || test.endsWith("()") ? null : Names.of(test);
        this.predicates = predicates;
        this.next = next;
        this.candidates = predicates.arePositional() ? new Step(axis, test, Predicates.NONE, null) : null;
    }

    Axis axis() {
        return axis;
    }

    /** A name, or one of the other tests. */
    String test() {
        return test;
    }

    Predicates predicates() {
        return predicates;
    }

    /** The step after this one, or null. */
    @Nullable
    Step next() {
        return next;
    }

    /** Whether it leads to one node at most from any node. */
    boolean leadsToOne() {
        return axis == Axis.SELF || axis == Axis.PARENT || (axis == Axis.ATTRIBUTE && name != null);
    }

    /** Whether it leads to the node itself, whatever that is, and no further. */
    boolean isSelf() {
        return axis == Axis.SELF && test.equals(ANY_NODE) && predicates == Predicates.NONE && next == null;
    }

    /** Shows a visitor where the steps from here on lead to, and tells whether it has seen enough. */
    boolean walk(Node from, Focus focus, NodeVisitor visitor) {
        if (candidates == null) {
            return along(from, focus, visitor);
        }
        NodeSet.Collection all = new NodeSet.Collection();
        candidates.along(from, focus, all);
        for (Node node : predicates.filter(all.nodes, focus)) {
            if (arrive(node, focus, visitor)) {
                return true;
            }
        }
        return false;
    }

    private boolean arrive(Node node, Focus focus, NodeVisitor visitor) {
        return next == null ? visitor.stopsAt(node) : next.walk(node, focus, visitor);
    }

    private boolean offer(@Nullable Node node, Focus focus, NodeVisitor visitor) {
        focus.steps().take();
        return node != null && matches(node) && predicates.pass(node, focus) && arrive(node, focus, visitor);
    }

    private boolean isName(QName other) {
        return other == name || other.equals(name);
    }

    /** Asks for classes of dom4j, which all its nodes extend: that takes much less time than asking for its interfaces. */
    private boolean matches(Node node) {
        if (name != null) {
            return node instanceof AbstractElement element && isName(element.getQName());
        }
        return switch (test) {
            case ANY_NODE -> true;
            case ANY_NAME -> node instanceof AbstractElement;
            case TEXT -> node instanceof Text || node instanceof CDATA;
            default -> node instanceof Comment;
        };
    }

    private boolean along(Node from, Focus focus, NodeVisitor visitor) {
        return switch (axis) {
            case CHILD -> children(from, focus, visitor);
            case ATTRIBUTE -> from instanceof AbstractElement element && attributes(element, focus, visitor);
            case SELF -> offer(from, focus, visitor);
            case PARENT -> offer(Focus.parentOf(from), focus, visitor);
            case DESCENDANT -> descendants(from, focus, visitor);
            case DESCENDANT_OR_SELF -> offer(from, focus, visitor) || descendants(from, focus, visitor);
            case ANCESTOR -> ancestors(Focus.parentOf(from), focus, visitor);
            case ANCESTOR_OR_SELF -> ancestors(from, focus, visitor);
            case FOLLOWING_SIBLING, PRECEDING_SIBLING -> siblings(from, focus, visitor);
        };
    }

    /** The root element goes by its local name alone, as it does for jaxen. */
    private boolean children(Node from, Focus focus, NodeVisitor visitor) {
        if (name != null && from instanceof Document document) {
            Element root = document.getRootElement();
            boolean isMeant = root != null && root.getName().equals(test);
            return isMeant && predicates.pass(root, focus) && arrive(root, focus, visitor);
        }
        if (from instanceof AbstractBranch branch) {
            for (int i = 0; i < branch.nodeCount(); i++) {
                if (offer(branch.node(i), focus, visitor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean attributes(Element element, Focus focus, NodeVisitor visitor) {
        if (name != null) {
            return offerAttribute(element.attribute(name), focus, visitor);
        }
        if (test.equals(ANY_NAME) || test.equals(ANY_NODE)) {
            for (int i = 0; i < element.attributeCount(); i++) {
                if (offerAttribute(element.attribute(i), focus, visitor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean offerAttribute(@Nullable Attribute attribute, Focus focus, NodeVisitor visitor) {
        focus.steps().take();
        return attribute != null && predicates.pass(attribute, focus) && arrive(attribute, focus, visitor);
    }

    private boolean descendants(Node from, Focus focus, NodeVisitor visitor) {
        if (from instanceof AbstractBranch branch) {
            for (int i = 0; i < branch.nodeCount(); i++) {
                Node child = branch.node(i);
                if (offer(child, focus, visitor) || descendants(child, focus, visitor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean ancestors(@Nullable Node first, Focus focus, NodeVisitor visitor) {
        for (Node node = first; node != null; node = Focus.parentOf(node)) {
            if (offer(node, focus, visitor)) {
                return true;
            }
        }
        return false;
    }

    private boolean siblings(Node from, Focus focus, NodeVisitor visitor) {
        Node parent = from instanceof Attribute ? null : Focus.parentOf(from);
        if (!(parent instanceof AbstractBranch branch)) {
            return false;
        }
        focus.steps().take(branch.nodeCount() / SEEN_AT_ONCE);
        boolean isForward = axis == Axis.FOLLOWING_SIBLING;
        int end = isForward ? branch.nodeCount() : -1;
        int step = isForward ? 1 : -1;
        for (int i = branch.indexOf(from) + step; i != end; i += step) {
            if (offer(branch.node(i), focus, visitor)) {
                return true;
            }
        }
        return false;
    }
}
