package io.github.iisaudit.transform;

import java.util.List;
import java.util.Map;

/** What transforms do to whole elements. */
final class NodeOperations {

    private NodeOperations() {}

    static void replace(Execution execution) {
        execution.expectNoArguments();
        execution.warnOfSeveral();
        Element target = execution.target();
        Element content = execution.content();
        for (Attribute attribute : List.copyOf(content.attributes())) {
            content.replace(
                    attribute, attribute.over(target.attribute(attribute.name().written())));
        }
        parent(target).replace(target, content);
        execution.changed();
    }

    static void remove(Execution execution) {
        if (execution.operation().scope() == Operation.Scope.FIRST) {
            execution.warnOfSeveral();
        }
        execution.expectNoArguments();
        Element target = execution.target();
        parent(target).remove(target);
        execution.changed();
    }

    static void insert(Execution execution) {
        execution.expectNoArguments();
        execution.target().add(execution.content());
        execution.changed();
    }

    static void insertIfMissing(Execution execution) {
        execution.expectNoArguments();
        List<Object> there = execution.directive().targets();
        if (there.isEmpty()) {
            execution.target().add(execution.content());
            execution.changed();
        } else if (there.get(0) instanceof Element element && hasAttributesOf(execution.content(), element)) {
            execution.changed();
        }
    }

    /** Whether what should be there is, so that nothing need be changed. */
    private static boolean hasAttributesOf(Element wanted, Element there) {
        for (Attribute attribute : wanted.attributes()) {
            Attribute other = there.attribute(attribute.name().written());
            if (other == null || !other.value().equals(attribute.value())) {
                return false;
            }
        }
        return true;
    }

    static void insertBefore(Execution execution) {
        insertBeside(execution, 0);
    }

    static void insertAfter(Execution execution) {
        insertBeside(execution, 1);
    }

    private static void insertBeside(Execution execution, int offset) {
        Element sibling = sibling(execution);
        Branch parent = parent(sibling);
        if (parent instanceof Document) {
            throw new TransformException("a document has one root element");
        }
        parent.insert(parent.indexOf(sibling) + offset, execution.content());
        execution.changed();
    }

    private static Element sibling(Execution execution) {
        List<String> arguments = execution.call().arguments();
        if (arguments.size() != 1) {
            throw new TransformException(execution.operation() + " needs one XPath as its argument, not "
                    + arguments.size() + ": commas outside round brackets separate arguments");
        }
        String xpath = arguments.get(0);
        List<Object> siblings = Paths.select(xpath, execution.target(), Map.of());
        if (siblings.isEmpty()) {
            throw new TransformException("no element matches '" + xpath + "'");
        }
        if (siblings.get(0) instanceof Element element) {
            return element;
        }
        throw new TransformException("'" + xpath + "' selects no element");
    }

    static void commentOut(Execution execution) {
        execution.expectNoArguments();
        execution.warnOfSeveral();
        Element target = execution.target();
        Branch parent = parent(target);
        if (parent instanceof Document) {
            throw new TransformException("the root element cannot become a comment");
        }
        String text = TreeWriter.write(target);
        parent.replace(
                target, new Leaf(Leaf.Kind.COMMENT, text, execution.directive().place()));
        execution.changed();
        if (text.contains("--") || text.endsWith("-")) {
            execution.makeUnwritable();
        }
    }

    private static Branch parent(Element element) {
        Branch parent = element.parent();
        if (parent == null) {
            throw new TransformException("the element is no part of the document any more");
        }
        return parent;
    }
}
