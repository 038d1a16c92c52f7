package io.github.iisaudit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of the schema: a section, an element inside one, or the entries of a collection.
 *
 * @param attributes by name, in schema order
 * @param elements by name, in schema order
 * @param collection what its directives are, or null where it is no collection
 * @param isOpen whether attributes that the schema does not name are legal
 * @param isOpaque whether its content is not looked at (our own mark: the schema data stop here)
 */
record ElementSchema(
        String name,
        Map<String, AttributeSchema> attributes,
        Map<String, ElementSchema> elements,
        @Nullable Collection collection,
        boolean isOpen,
        boolean isOpaque) {

    /**
     * A collection: directives and the schema of its entries.
     *
     * @param adds the names of the directives that add ({@code add}, {@code spn}; several for authorization-like ones)
     * @param remove the name of the directive that removes, or empty
     * @param clear the name of the directive that clears, or empty
     * @param defaultElement the element that gives entries their defaults, or empty
     * @param keys the attributes that make an entry unique: each list is a key of its own, its attributes count together
     * @param prepends whether new entries stand before inherited ones (mergeAppend="false")
     */
    record Collection(
            List<String> adds,
            String remove,
            String clear,
            String defaultElement,
            List<List<String>> keys,
            boolean prepends,
            boolean allowsDuplicates,
            ElementSchema entry) {

        Collection extendedBy(Collection other) {
            return new Collection(
                    other.adds.contains("") ? adds : other.adds,
                    other.remove.isEmpty() ? remove : other.remove,
                    other.clear.isEmpty() ? clear : other.clear,
                    other.defaultElement.isEmpty() ? defaultElement : other.defaultElement,
                    other.keys.isEmpty() ? keys : other.keys,
                    prepends || other.prepends,
                    allowsDuplicates || other.allowsDuplicates,
                    entry.extendedBy(other.entry));
        }

        boolean isDirective(String name) {
            return adds.contains(name) || name.equals(remove) || name.equals(clear);
        }
    }

    /**
     * This schema with what another file says of the same section: its attributes and elements are added, and where both have
     * one, the other's counts.
     *
     * @see <a href="https://learn.microsoft.com/iis/develop/extending-iis-configuration/configuration-extensibility">Configuration extensibility</a>
     */
    ElementSchema extendedBy(ElementSchema other) {
        Map<String, AttributeSchema> allAttributes = new LinkedHashMap<>(attributes);
        allAttributes.putAll(other.attributes);
        Map<String, ElementSchema> allElements = new LinkedHashMap<>(elements);
        other.elements.forEach((child, schema) -> allElements.merge(child, schema, ElementSchema::extendedBy));
        Collection both = collection;
        if (other.collection != null) {
            both = collection == null ? other.collection : collection.extendedBy(other.collection);
        }
        return new ElementSchema(
                name, allAttributes, allElements, both, isOpen || other.isOpen, isOpaque || other.isOpaque);
    }

    /** Whether an attribute, as {@code element/attribute}, is written in the section that this is, or in what it is of one. */
    boolean writes(String attribute) {
        return writes(attribute, List.of(name.substring(name.lastIndexOf('/') + 1)));
    }

    private boolean writes(String attribute, List<String> names) {
        for (String own : attributes.keySet()) {
            for (String element : names) {
                if (attribute.equals(element + "/" + own)) {
                    return true;
                }
            }
        }
        boolean isBelow = elements.values().stream().anyMatch(element -> element.writes(attribute));
        return isBelow || collection != null && collection.entry.writes(attribute, collection.adds);
    }

    boolean knowsElement(String child) {
        return elements.containsKey(child) || (collection != null && collection.isDirective(child));
    }
}
