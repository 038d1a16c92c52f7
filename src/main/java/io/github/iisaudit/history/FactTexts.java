package io.github.iisaudit.history;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Element;

/** What stands beside the sections of a scope and rules look at: of its site, application, pool and folder. */
final class FactTexts {

    private static final Set<String> NAMES = Set.of("site", "application", "applicationPool", "virtualDirectory");
    private static final List<String> KEYS = List.of("name", "bindingInformation", "path", "value");

    private final Looked looked;
    private final Map<String, Reading> values = new LinkedHashMap<>();

    private FactTexts(Looked looked) {
        this.looked = looked;
    }

    /** By fact: what it says, by the names of its attributes. */
    static Map<String, Map<String, Reading>> of(Scope scope, Looked looked) {
        Map<String, Map<String, Reading>> facts = new LinkedHashMap<>();
        for (Element fact : scope.document(Set.of()).elements()) {
            if (NAMES.contains(fact.getName())) {
                FactTexts texts = new FactTexts(looked);
                texts.add(fact, fact.getName(), "");
                facts.put(fact.getName(), texts.values);
            }
        }
        return facts;
    }

    /**
     * Adds what an element says, and those below it.
     *
     * @param path as rules name it
     * @param name as it is shown; empty for the fact itself
     */
    private void add(Element element, String path, String name) {
        String before = name.isEmpty() ? "" : name + "/";
        for (Attribute attribute : element.attributes()) {
            if (looked.isLookedAt(path + "/@" + attribute.getName())
                    && attribute instanceof EffectiveAttribute effective) {
                values.put(before + attribute.getName(), Reading.of(attribute.getValue(), effective.origin()));
            }
        }
        for (Element child : element.elements()) {
            String step = child.getName() + key(child);
            if (!step.equals(child.getName()) && looked.isLookedAt(path + "/" + child.getName())) {
                EffectiveElement written = child instanceof EffectiveElement effective ? effective : null;
                values.put(before + step, Reading.of("there", written == null ? null : written.origin()));
            }
            add(child, path + "/" + child.getName(), before + step);
        }
    }

    private static String key(Element element) {
        for (String key : KEYS) {
            String value = element.attributeValue(key);
            if (value != null) {
                String protocol = element.attributeValue("protocol", "");
                return "[" + (protocol.isEmpty() ? "" : protocol + " ") + value + "]";
            }
        }
        return "";
    }
}
