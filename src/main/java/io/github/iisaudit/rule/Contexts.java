package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dom4j.Element;
import org.dom4j.Node;

/**
 * Finds the elements that the flag of a rule starts from, by walking child names: {@code //} takes thirty times as
 * long.
 */
final class Contexts {

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
        if (section.isEmpty()) {
            return List.of(root);
        }
        List<Element> found = new ArrayList<>(at(root, section));
        root.elements("location").forEach(location -> found.addAll(at(location, section)));
        return found;
    }

    /** Every section element of a scope: those of the schema, and others where there is something to say of them. */
    static List<Element> sections(Scope scope, Element root) {
        List<Element> sections = new ArrayList<>();
        collect(root, "", scope.sectionNames(), sections);
        return sections;
    }

    /** Those of them that hold an error or an unknown. */
    static List<Element> failing(Scope scope, Element root) {
        List<Element> failing = new ArrayList<>();
        for (Element section : sections(scope, root)) {
            if (hasState(section, false)) {
                failing.add(section);
            }
        }
        return failing;
    }

    private static void collect(Element around, String path, Set<String> names, List<Element> sections) {
        if (around instanceof EffectiveElement effective && effective.isUnseen()) {
            return;
        }
        for (int i = 0; i < around.nodeCount(); i++) {
            if (around.node(i) instanceof Element element) {
                String name = path.isEmpty() ? element.getName() : path + "/" + element.getName();
                if (names.contains(name) || hasState(element, true)) {
                    sections.add(element);
                } else {
                    collect(element, name, names, sections);
                }
            }
        }
    }

    /** Whether a section holds something beside, or instead of, its values. */
    private static boolean hasState(Element section, boolean countsIncomplete) {
        if (section instanceof EffectiveElement effective && effective.isUnseen()) {
            return false;
        }
        for (int i = 0; i < section.nodeCount(); i++) {
            Node node = section.node(i);
            String name = node instanceof Element ? node.getName() : "";
            if (name.equals("error") || name.equals("unknown") || (countsIncomplete && name.equals("incomplete"))) {
                return true;
            }
        }
        return false;
    }
}
