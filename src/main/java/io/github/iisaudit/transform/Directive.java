package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element of a transform, and what it means in the document. What it selects is looked up once, when it is first asked for. */
final class Directive {

    private final @Nullable Directive above;
    private final Element element;
    private final Document document;
    private @Nullable String path;
    private @Nullable String parentPath;
    private @Nullable List<Object> targets;
    private @Nullable List<Object> parents;

    /** @param above that of the element around it; null for the root */
    Directive(@Nullable Directive above, Element element, Document document) {
        this.above = above;
        this.element = element;
        this.document = document;
    }

    Element element() {
        return element;
    }

    /** Whether a locator on it, or on an element around it, says which elements are meant. */
    boolean isLocated() {
        return element.attribute(Vocabulary.LOCATOR, Vocabulary.NAMESPACE) != null
                || (above != null && above.isLocated());
    }

    /** Counts what it takes to carry it out. */
    void count(long looks) {
        document.count(looks);
    }

    /** The nodes that it is about. */
    List<Object> targets() {
        List<Object> known = targets;
        if (known == null) {
            known = select(path(), document);
            targets = known;
        }
        return known;
    }

    /** The nodes that something is inserted into; null for the root. */
    @Nullable
    List<Object> parents() {
        if (parents == null && above != null) {
            parents = select(parentPath(), document);
        }
        return parents;
    }

    String path() {
        String known = path;
        if (known == null) {
            known = located((locator, call) -> locator.path(abovePath(), element, call));
            path = known;
        }
        return known;
    }

    String parentPath() {
        String known = parentPath;
        if (known == null) {
            known = located((locator, call) -> locator.parentPath(abovePath(), element, call));
            parentPath = known;
        }
        return known;
    }

    private String abovePath() {
        return above == null ? "" : above.path();
    }

    /** What a locator makes of its arguments. */
    private interface Use {
        String of(Locator locator, Call call);
    }

    private String located(Use use) {
        Attribute attribute = element.attribute(Vocabulary.LOCATOR, Vocabulary.NAMESPACE);
        if (attribute == null) {
            return use.of(Locator.DefaultLocator, new Call("", Optional.empty()));
        }
        try {
            Call call = Call.of(attribute.value());
            return use.of(Vocabulary.locator(call.name()), call);
        } catch (TransformException e) {
            throw e.at(attribute.place());
        }
    }

    /** What a path selects in a document, with the namespaces that are in force here. */
    List<Object> select(String xpath, Node from) {
        Map<String, String> namespaces = new LinkedHashMap<>(element.namespaces());
        String plain = namespaces.remove("");
        if (plain != null) {
            namespaces.put(Paths.DEFAULT_NAMESPACE, plain);
        }
        return Paths.select(xpath, from, namespaces);
    }

    /** The innermost element around, itself included, below which nothing was found any more. */
    Directive missing() {
        Directive failed = this;
        while (failed.above != null && failed.above.targets().isEmpty()) {
            failed = failed.above;
        }
        return failed;
    }

    /** The same for what something would have been inserted into. */
    Directive missingParent() {
        Directive failed = this;
        while (failed.above != null && !failed.above.parentPath().isEmpty() && isEmpty(failed.above.parents())) {
            failed = failed.above;
        }
        return failed;
    }

    private static boolean isEmpty(@Nullable List<Object> nodes) {
        return nodes != null && nodes.isEmpty();
    }

    /** The name of the element. */
    Span place() {
        Span tag = element.place();
        int start = tag.start() + 1;
        return new Span(tag.source(), start, start + element.name().written().length());
    }
}
