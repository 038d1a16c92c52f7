package io.github.iisaudit.transform;

import io.github.iisaudit.xml.XmlReader;
import java.util.List;
import java.util.Map;

/** Replaces the placeholders of one document by the values that are known. The document may not become larger than a file may be. */
final class Resolution {

    private final Map<String, String> variables;
    private long room;

    /** @param variables the values, by the names of placeholders */
    Resolution(Map<String, String> variables) {
        this(variables, XmlReader.MAX_BYTES);
    }

    /** @param room how many characters may be added */
    Resolution(Map<String, String> variables, long room) {
        this.variables = variables;
        this.room = room;
    }

    /** @throws TransformException where the document becomes too large */
    void resolve(Branch branch) {
        if (variables.isEmpty()) {
            return;
        }
        Conditions.resolve(branch, variables);
        for (Node child : List.copyOf(branch.children())) {
            if (child instanceof Element element) {
                resolveAttributes(element);
                resolve(element);
            } else if (child instanceof Leaf leaf && leaf.kind() == Leaf.Kind.TEXT) {
                branch.replace(leaf, new Leaf(Leaf.Kind.TEXT, resolved(leaf.text()), leaf.place()));
            }
        }
    }

    private void resolveAttributes(Element element) {
        for (Attribute attribute : List.copyOf(element.attributes())) {
            String value = resolved(attribute.value());
            if (!value.equals(attribute.value())) {
                element.replace(attribute, attribute.withValue(value));
            }
        }
    }

    private String resolved(String text) {
        String resolved = Placeholders.resolved(text, variables);
        room -= Math.max(0, resolved.length() - text.length());
        if (room < 0) {
            throw new TransformException("a file of more than " + (XmlReader.MAX_BYTES >> 20) + " MiB");
        }
        return resolved;
    }
}
