package io.github.iisaudit.rule;

import io.github.iisaudit.config.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dom4j.Element;

/**
 * Finds the elements that the flag of a rule starts from, by walking child names: {@code //} takes thirty times as
 * long.
 */
final class Contexts {

    /** What a section holds beside, or instead of, its values. */
    private static final List<String> STATES = List.of("error", "unknown", "incomplete");

    private Contexts() {}

    /** The element at a section path below a root, as often as it is there; the root itself for the empty path. */
    static List<Element> at(Element root, String section) {
        List<Element> found = List.of(root);
        for (String name : section.isEmpty() ? new String[0] : section.split("/")) {
            List<Element> below = new ArrayList<>();
            for (Element element : found) {
                below.addAll(element.elements(name));
            }
            found = below;
        }
        return found;
    }

    /** The same in a written file, in and outside its location tags. */
    static List<Element> inFile(Element root, String section) {
        List<Element> found = new ArrayList<>(at(root, section));
        if (!section.isEmpty()) {
            root.elements("location").forEach(location -> found.addAll(at(location, section)));
        }
        return found;
    }

    /** Every section element of a scope: those of the schema, and others where there is something to say of them. */
    static List<Element> sections(Scope scope, Element root) {
        Set<String> names = scope.sectionNames();
        List<Element> sections = new ArrayList<>();
        for (Element child : root.elements()) {
            collect(child, child.getName(), names, sections);
        }
        return sections;
    }

    private static void collect(Element element, String path, Set<String> names, List<Element> sections) {
        if (names.contains(path) || hasState(element)) {
            sections.add(element);
            return;
        }
        for (Element child : element.elements()) {
            collect(child, path + "/" + child.getName(), names, sections);
        }
    }

    private static boolean hasState(Element element) {
        return STATES.stream().anyMatch(state -> element.element(state) != null);
    }
}
