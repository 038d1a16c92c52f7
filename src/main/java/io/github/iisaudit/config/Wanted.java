package io.github.iisaudit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an element of configuration is to hold, as far as somebody cares; what it holds beside that stays. Immutable.
 *
 * @param attributes of the element itself
 * @param elements attributes of elements in it, by their names
 * @param lists collections in it that are to hold these values and no others, by their names
 */
public record Wanted(
        Map<String, String> attributes, Map<String, Map<String, String>> elements, Map<String, List<String>> lists) {

    /** Copies the maps, in their order. */
    public Wanted {
        attributes = new LinkedHashMap<>(attributes);
        elements = new LinkedHashMap<>(elements);
        lists = new LinkedHashMap<>(lists);
    }

    /** Attributes of the element itself. */
    public static Wanted of(Map<String, String> attributes) {
        return new Wanted(attributes, Map.of(), Map.of());
    }

    /** All of it as a new element. */
    String text(String name) {
        StringBuilder inside = new StringBuilder();
        elements.forEach((child, values) -> inside.append(element(child, values)));
        lists.forEach((child, values) -> inside.append(list(child, values, 0)));
        String start = "<" + name + assignments(attributes);
        return inside.length() == 0 ? start + "/>" : start + ">" + inside + "</" + name + ">";
    }

    static String element(String name, Map<String, String> attributes) {
        return "<" + name + assignments(attributes) + "/>";
    }

    /**
     * A collection that nothing is inherited by.
     *
     * @param lines how many ends of lines it has to have, so that what comes after it keeps its line
     */
    static String list(String name, List<String> values, int lines) {
        StringBuilder text = new StringBuilder("<" + name + "><clear/>");
        values.forEach(
                value -> text.append("<add value=\"").append(escaped(value)).append("\"/>"));
        return text + "\n".repeat(lines) + "</" + name + ">";
    }

    private static String assignments(Map<String, String> attributes) {
        StringBuilder text = new StringBuilder();
        attributes.forEach((name, value) -> text.append(' ').append(assignment(name, value)));
        return text.toString();
    }

    static String assignment(String name, String value) {
        return name + "=\"" + escaped(value) + "\"";
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
