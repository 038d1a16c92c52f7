package io.github.iisaudit.config;

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

        boolean isDirective(String name) {
            return adds.contains(name) || name.equals(remove) || name.equals(clear);
        }
    }

    boolean knowsElement(String child) {
        return elements.containsKey(child) || (collection != null && collection.isDirective(child));
    }
}
