package io.github.iisaudit.transform;

import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be said of the elements of one transform after it was applied, as attributes of them that nobody wrote. */
final class Verdict {

    /** The errors after which a deployment writes nothing. */
    private static final String FAILS = "xdt-fails";

    /** Why it changed nothing. */
    private static final String MISSES = "xdt-misses";

    /** How many elements it changed, that are told apart by a key. */
    private static final String SEVERAL = "xdt-several";

    private final Map<Span, List<Attribute>> attributes = new LinkedHashMap<>();

    Verdict(List<Message> messages, List<Effect> effects) {
        for (Message message : messages) {
            Span element = message.element();
            if (message.severity() != Message.Severity.WARNING && element != null) {
                add(element, FAILS, message.text());
            }
        }
        effects.forEach(this::add);
    }

    private void add(Effect effect) {
        Span element = effect.element().place();
        if (effect.isUnwritable()) {
            add(
                    element,
                    FAILS,
                    "the element holds \"--\", as comments begin, so that what it becomes cannot be written");
        } else if (effect.hits() == 0 && !effect.hasFailed()) {
            add(element, MISSES, "no element of the file matches");
        } else if (effect.changes() == 0 && !effect.hasFailed()) {
            add(
                    element,
                    MISSES,
                    effect.operation() == Operation.InsertIfMissing
                            ? "there is such an element, with other attributes, and it stays as it is"
                            : "there is nothing of it to change");
        }
        if (effect.isOfSeveral()) {
            add(element, SEVERAL, String.valueOf(effect.hits()));
        }
    }

    private void add(Span element, String name, String value) {
        List<Attribute> all = attributes.computeIfAbsent(element, place -> new ArrayList<>());
        if (all.stream().noneMatch(attribute -> attribute.name().local().equals(name))) {
            all.add(new Attribute(new Name("", name, ""), value, element, element.start(), Optional.empty()));
        }
    }

    /** What is to be said of an element. */
    List<Attribute> of(Element element) {
        return attributes.getOrDefault(element.place(), List.of());
    }
}
