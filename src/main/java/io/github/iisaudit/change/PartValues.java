package io.github.iisaudit.change;

import io.github.iisaudit.config.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** What the parts of effective documents that some rule looks at say, by configuration path, without where it was written. */
final class PartValues {

    private final Set<String> parts;
    private final Map<String, Map<String, String>> byPath = new HashMap<>();
    private final Map<String, String> pool = new HashMap<>();

    /** By part; an element is handed on from one document to the next where it is the same. */
    private final Map<String, Known> last = new HashMap<>();

    /** What was found last, and its value. */
    private record Known(List<Element> elements, String value) {

        boolean isOf(List<Element> others) {
            boolean isSame = elements.size() == others.size();
            for (int i = 0; isSame && i < elements.size(); i++) {
                isSame = elements.get(i) == others.get(i);
            }
            return isSame;
        }
    }

    /** @param parts paths of elements below the root of a document */
    PartValues(Set<String> parts) {
        this.parts = parts;
    }

    /** Notes what a scope says. */
    void visit(Scope scope) {
        Element document = scope.document(parts);
        Map<String, String> values = new HashMap<>();
        for (String part : parts) {
            values.put(part, value(document, part));
        }
        byPath.put(scope.path(), values);
    }

    /** Whether a part says something else at a path than in other documents; also where one of them has no such path. */
    boolean differs(PartValues other, String path, String part) {
        return !Objects.equals(get(path, part), other.get(path, part));
    }

    private @Nullable String get(String path, String part) {
        Map<String, String> values = byPath.get(path);
        return values == null ? null : values.get(part);
    }

    private String value(Element document, String part) {
        List<Element> found = List.of(document);
        for (String name : part.split("/")) {
            List<Element> below = new ArrayList<>();
            found.forEach(element -> below.addAll(element.elements(name)));
            found = below;
        }
        Known known = last.get(part);
        if (known == null || !known.isOf(found)) {
            StringBuilder value = new StringBuilder();
            found.forEach(element -> write(element, value));
            known = new Known(found, pool.computeIfAbsent(value.toString(), text -> text));
            last.put(part, known);
        }
        return known.value;
    }

    private static void write(Element element, StringBuilder text) {
        text.append('<').append(element.getName());
        for (Attribute attribute : element.attributes()) {
            text.append(' ').append(attribute.getName()).append('=').append(attribute.getValue());
        }
        text.append('>');
        element.elements().forEach(child -> write(child, text));
        text.append("</>");
    }
}
