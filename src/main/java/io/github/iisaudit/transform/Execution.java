package io.github.iisaudit.transform;

import io.github.iisaudit.transform.Operation.Scope;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transform while it is carried out. */
final class Execution {

    /** To change something takes as long as so many looks. */
    private static final long CHANGE = 50;

    private final Directive directive;
    private final Operation operation;
    private final Call call;
    private final Span place;
    private final Log log;
    private @Nullable Object target;
    private int changes;
    private boolean isOfSeveral;
    private boolean isUnwritable;

    /** @param attribute the {@code xdt:Transform} that says so */
    Execution(Directive directive, Attribute attribute, Log log) {
        this.directive = directive;
        this.place = attribute.place();
        this.call = Call.of(attribute.value());
        this.operation = Vocabulary.operation(call.name());
        this.log = log;
    }

    /** Carries it out; what is wrong goes into the log. */
    Effect run(Original original) {
        int errors = log.messages().size();
        int hits = 0;
        try {
            hits = carryOut(original);
        } catch (TransformException e) {
            log.error(e, place, directive.element());
        }
        boolean hasFailed = log.messages().stream()
                .skip(errors)
                .anyMatch(message -> message.severity() != Message.Severity.WARNING);
        return new Effect(
                directive.element(), operation, hits, changes, isOfSeveral && changes > 1, hasFailed, isUnwritable);
    }

    /** How many nodes it is about. */
    private int carryOut(Original original) {
        List<Object> nodes = operation.scope() == Scope.PARENT ? directive.parents() : directive.targets();
        if (nodes == null) {
            throw new TransformException("the root element is inserted into nothing");
        }
        if (nodes.isEmpty()) {
            miss(original);
            return 0;
        }
        directive.path();
        directive.count(CHANGE * size(directive.element()) * (operation.scope() == Scope.ALL ? nodes.size() : 1));
        if (operation.scope() == Scope.ALL) {
            isOfSeveral = !directive.isLocated() && Keys.tellApart(nodes);
            nodes.forEach(this::carryOutOnOne);
        } else {
            target = nodes.get(0);
            operation.perform(this);
        }
        return nodes.size();
    }

    /** How much it may bring to each node. */
    private static long size(Element element) {
        long size = 1 + element.attributes().size();
        for (Node child : element.children()) {
            size += child instanceof Element other ? size(other) : 1;
        }
        return size;
    }

    /** Of several, each one has its turn. */
    private void carryOutOnOne(Object node) {
        target = node;
        try {
            operation.perform(this);
        } catch (TransformException e) {
            log.fail(e, place, directive.element());
        }
    }

    private void miss(Original original) {
        boolean isInsertion = operation.scope() == Scope.PARENT;
        Directive failed = isInsertion ? directive.missingParent() : directive.missing();
        String path = failed.path();
        boolean wasThere = !directive.select(path, original.document()).isEmpty();
        String text = "no element matches '" + path + "'"
                + (wasThere ? " any more: a transform before this one changed or removed it" : "");
        if (isInsertion) {
            throw new TransformException(text, failed.place());
        }
        log.warn(text, failed.place(), directive.element());
    }

    Call call() {
        return call;
    }

    Operation operation() {
        return operation;
    }

    Directive directive() {
        return directive;
    }

    /** Where it is written. */
    void warn(String text) {
        log.warn(text, place, directive.element());
    }

    void warn(String text, Span other) {
        log.warn(text, other, directive.element());
    }

    void makeUnwritable() {
        isUnwritable = true;
    }

    void changed() {
        changes++;
    }

    /** The element of the document that it is about. */
    Element target() {
        if (target instanceof Element element) {
            return element;
        }
        throw new TransformException(
                operation + " is for elements, and '" + directive.path() + "' selects something else");
    }

    /** What is inserted: the element of the transform without what makes it one. */
    Element content() {
        return scrubbed(directive.element().copy(true));
    }

    private static Element scrubbed(Element element) {
        for (Attribute attribute : new ArrayList<>(element.attributes())) {
            boolean isOfTransform =
                    attribute.declaresNamespace() || attribute.name().uri().equals(Vocabulary.NAMESPACE);
            if (isOfTransform) {
                element.remove(attribute);
            } else {
                element.replace(attribute, attribute.withName(attribute.name().bare()));
            }
        }
        element.elements().forEach(Execution::scrubbed);
        return element;
    }

    void expectNoArguments() {
        if (call.argument().isPresent()) {
            warn(operation + " takes no arguments: what stands in the brackets is ignored");
        }
    }

    void warnOfSeveral() {
        int count = directive.targets().size();
        if (count > 1) {
            warn(operation + " is for one element, and " + count + " are selected: only the first is changed");
        }
    }
}
