package io.github.iisaudit.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element that a document has beside its sections, such as the site: the same object for all paths of a server that it is the
 * same for. What it says is read from the element itself. Not thread-safe.
 */
final class Fact {

    /** What stands for all that lies below. */
    static final String ALL = "**";

    /** What stands, as if it were an attribute of a binding, for {@link Loopback#is}; no attribute has a name like that. */
    static final String IS_LOOPBACK = "iis:is-loopback";

    private final Supplier<EffectiveElement> making;
    private final EffectiveElement element;
    private final Map<String, Said> answers = new HashMap<>();

    Fact(Supplier<EffectiveElement> making) {
        this.making = making;
        this.element = making.get();
    }

    /** The element for one more document. */
    EffectiveElement element() {
        return making.get();
    }

    /**
     * What it says under a path, wherever that was written: which elements are there, or the values of an attribute of theirs.
     *
     * @param path such as {@code binding/@host}; a last step {@value #ALL} stands for all that lies below
     */
    Said says(String path) {
        Said known = answers.get(path);
        if (known == null) {
            Said.Builder text = new Said.Builder();
            tell(element, path, text);
            known = text.build();
            answers.put(path, known);
        }
        return known;
    }

    private static void tell(Element at, String path, Said.Builder text) {
        int slash = path.indexOf('/');
        String step = slash < 0 ? path : path.substring(0, slash);
        if (step.equals(ALL)) {
            tellAll(at, text);
        } else if (step.equals("@*")) {
            tell(at.attributes(), text);
        } else if (step.equals("@" + IS_LOOPBACK)) {
            text.add(Loopback.is(at) ? 1 : 0);
        } else if (step.startsWith("@")) {
            tell(at.attribute(step.substring(1)), text);
        } else if (!step.isEmpty()) {
            List<Element> elements = at.elements(step);
            text.add(elements.size());
            for (Element below : elements) {
                tell(below, slash < 0 ? "" : path.substring(slash + 1), text);
            }
        }
    }

    private static void tell(@Nullable Attribute attribute, Said.Builder text) {
        boolean isDefault = attribute instanceof EffectiveAttribute known && known.origin() instanceof Origin.Default;
        text.add(attribute == null ? 0 : isDefault ? 1 : 2).add(attribute == null ? "" : attribute.getValue());
    }

    private static void tell(List<Attribute> attributes, Said.Builder text) {
        text.add(attributes.size());
        for (Attribute attribute : attributes) {
            tell(attribute, text.add(attribute.getName()));
        }
    }

    private static void tellAll(Element at, Said.Builder text) {
        tell(at.attributes(), text);
        List<Element> elements = at.elements();
        text.add(elements.size());
        for (Element below : elements) {
            tellAll(below, text.add(below.getName()));
        }
    }
}
