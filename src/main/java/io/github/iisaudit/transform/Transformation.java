package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The application of one transform to a document, as the engine of Visual Studio and msbuild does it: its elements are visited in
 * order, each one before those within it, on the document as the ones before have left it. After an error the rest has its turn.
 *
 * @see <a href="https://github.com/dotnet/xdt">dotnet/xdt</a>
 */
final class Transformation {

    private final Document document;
    private final Original original;
    private final Log log;
    private final List<Effect> effects = new ArrayList<>();

    Transformation(Document document, Original original, Log log) {
        this.document = document;
        this.original = original;
        this.log = log;
    }

    /** Applies a transform and tells what each of its elements did. */
    List<Effect> apply(Document transform) {
        if (isTransform(transform) && isKnown(transform)) {
            visit(transform, null);
        }
        return effects;
    }

    /** A file that never speaks of the namespace changes nothing. */
    private static boolean isTransform(Branch branch) {
        for (Node child : branch.children()) {
            if (child instanceof Element element && (declares(element) || isTransform(element))) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Element element) {
        return element.attributes().stream()
                .anyMatch(attribute ->
                        attribute.declaresNamespace() && attribute.value().equals(Vocabulary.NAMESPACE));
    }

    /** Whether there is nothing in it that only .NET can carry out; the first that is ends it. */
    private boolean isKnown(Branch branch) {
        for (Node child : branch.children()) {
            if (child instanceof Element element && !(isWordKnown(element) && isKnown(element))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWordKnown(Element element) {
        if (!element.name().uri().equals(Vocabulary.NAMESPACE)) {
            return true;
        }
        Span place = new Directive(null, element, document).place();
        if (element.name().local().equals(Vocabulary.IMPORT)) {
            log.error(
                    new TransformException(
                            "what " + element.name().written() + " loads cannot be evaluated: it is code of .NET"),
                    place,
                    element);
            return false;
        }
        log.warn("unknown tag " + element.name().written(), place, element);
        return true;
    }

    private void visit(Branch branch, @Nullable Directive above) {
        for (Node child : branch.children()) {
            if (child instanceof Element element && !document.isExhausted()) {
                visit(new Directive(above, element, document));
            }
        }
    }

    private void visit(Directive directive) {
        Attribute attribute = directive.element().attribute(Vocabulary.TRANSFORM, Vocabulary.NAMESPACE);
        if (attribute != null && !isCarriedOut(directive, attribute)) {
            return;
        }
        visit(directive.element(), directive);
    }

    /** Whether it could be read; what is within one that could not is passed over. */
    private boolean isCarriedOut(Directive directive, Attribute attribute) {
        Execution execution;
        try {
            execution = new Execution(directive, attribute, log);
        } catch (TransformException e) {
            log.error(e, attribute.place(), directive.element());
            return false;
        }
        try {
            log.silence(isSilent(directive.element()));
        } catch (TransformException e) {
            log.error(e, directive.place(), directive.element());
            return false;
        }
        effects.add(execution.run(original));
        log.silence(false);
        return true;
    }

    private static boolean isSilent(Element element) {
        Attribute attribute = element.attribute(Vocabulary.SILENCE, Vocabulary.NAMESPACE);
        if (attribute == null) {
            return false;
        }
        String value = attribute.value().strip().toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new TransformException("'" + attribute.value() + "' is neither true nor false");
        }
        return value.equals("true");
    }
}
