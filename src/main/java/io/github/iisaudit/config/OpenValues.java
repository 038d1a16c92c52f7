package io.github.iisaudit.config;

import io.github.iisaudit.transform.Conditions;
import io.github.iisaudit.transform.Placeholders;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** The placeholders in settings of authentication that can become one of a few words only. */
public final class OpenValues {

    private static final String SECTIONS = "system.webServer/security/authentication";

    /**
     * One that nothing is known of.
     *
     * @param placeholder its name
     * @param attribute the name of the attribute whose whole value it is
     * @param values what it can become
     * @param isCondition whether it decides what of the file there is; then it has no attribute, and its name stands for one
     */
    public record OpenValue(String placeholder, String attribute, List<String> values, boolean isCondition) {}

    private final Schema schema;
    private final Map<String, OpenValue> found = new LinkedHashMap<>();

    private OpenValues(Schema schema) {
        this.schema = schema;
    }

    /** Those of some files, each placeholder once, in order of the files. */
    static List<OpenValue> of(List<WrittenFile> files, Schema schema) {
        OpenValues values = new OpenValues(schema);
        for (WrittenFile file : files) {
            if (!file.isTransform()) {
                values.lookForConditions(file.root());
                values.look(file.root());
                file.root().elements("location").forEach(values::look);
            }
        }
        return new ArrayList<>(values.found.values());
    }

    /** They leave elements in or out, wherever these are: both at once are not what IIS gets. */
    private void lookForConditions(LocatedElement root) {
        if (root.span().source().contains("#{/")) {
            lookForConditionsIn(root);
        }
    }

    private void lookForConditionsIn(Element element) {
        for (String name : Conditions.in(element.getText())) {
            found.putIfAbsent(name, new OpenValue(name, name, List.of("true", "false"), true));
        }
        element.elements().forEach(this::lookForConditionsIn);
    }

    private void look(Element start) {
        Element element = start;
        for (String step : SECTIONS.split("/")) {
            element = element == null ? null : element.element(step);
        }
        for (Element section : element == null ? List.<Element>of() : element.elements()) {
            look((LocatedElement) section, schema.section(SECTIONS + "/" + section.getName()));
        }
    }

    private void look(LocatedElement element, @Nullable ElementSchema known) {
        if (known == null) {
            return;
        }
        for (Attribute attribute : element.attributes()) {
            AttributeSchema type = known.attributes().get(attribute.getName());
            Set<String> names = Placeholders.in(attribute.getValue());
            if (type != null && names.size() == 1 && !type.words().isEmpty()) {
                String name = names.iterator().next();
                found.putIfAbsent(name, new OpenValue(name, attribute.getName(), type.words(), false));
            }
        }
        for (Element child : element.elements()) {
            look((LocatedElement) child, known.elements().get(child.getName()));
        }
    }
}
