package io.github.iisaudit.config;

import io.github.iisaudit.config.AttributeSchema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads schema files in the form of IIS's own {@code inetsrv/config/schema/*.xml}. What such a file may hold beyond it is passed
 * over; so is what is broken in it.
 */
final class SchemaReader {

    private SchemaReader() {}

    /** The sections that a schema file declares, by path, in the order of the file. */
    static Map<String, ElementSchema> sections(Element configSchema) {
        Map<String, ElementSchema> sections = new LinkedHashMap<>();
        for (Element section : configSchema.elements("sectionSchema")) {
            String path = section.attributeValue("name", "");
            if (!path.isEmpty() && Arrays.stream(path.split("/", -1)).allMatch(SchemaReader::isName)) {
                sections.merge(path, element(section), ElementSchema::extendedBy);
            }
        }
        return sections;
    }

    /** The attributes that a schema file says are encrypted, each as {@code element/attribute}. */
    static Set<String> encrypted(Element configSchema) {
        Set<String> encrypted = new TreeSet<>();
        for (Element section : configSchema.elements("sectionSchema")) {
            String path = section.attributeValue("name", "");
            addEncrypted(section, List.of(path.substring(path.lastIndexOf('/') + 1)), encrypted);
        }
        return encrypted;
    }

    private static void addEncrypted(Element schema, List<String> names, Set<String> encrypted) {
        for (Element child : schema.elements()) {
            String name = child.attributeValue("name", "");
            switch (child.getName()) {
                case "attribute" -> {
                    if (isTrue(child, "encrypted")) {
                        names.forEach(element -> encrypted.add(element + "/" + name));
                    }
                }
                case "element" -> addEncrypted(child, List.of(name), encrypted);
                case "collection" -> {
                    List<String> entries = new ArrayList<>(
                            Arrays.asList(child.attributeValue("addElement", "").split(",")));
                    entries.add(child.attributeValue("defaultElement", ""));
                    addEncrypted(child, entries, encrypted);
                }
                default -> {}
            }
        }
    }

    private static ElementSchema element(Element schema) {
        Map<String, AttributeSchema> attributes = new LinkedHashMap<>();
        Map<String, ElementSchema> elements = new LinkedHashMap<>();
        for (Element child : schema.elements()) {
            String name = child.attributeValue("name", "");
            if (!isName(name)) {
                continue;
            }
            if (child.getName().equals("attribute")) {
                attributes.put(name, attribute(child));
            } else if (child.getName().equals("element")) {
                elements.put(name, element(child));
            }
        }
        String name = schema.attributeValue("name", "");
        boolean isOpen = isTrue(schema, "allowUnrecognizedAttributes");
        return new ElementSchema(
                name, attributes, elements, collection(schema.element("collection")), isOpen, isTrue(schema, "opaque"));
    }

    private static ElementSchema.@Nullable Collection collection(@Nullable Element schema) {
        if (schema == null) {
            return null;
        }
        return new ElementSchema.Collection(
                Arrays.asList(schema.attributeValue("addElement", "").split(",")),
                schema.attributeValue("removeElement", ""),
                schema.attributeValue("clearElement", ""),
                schema.attributeValue("defaultElement", ""),
                keys(schema),
                schema.attributeValue("mergeAppend", "true").equalsIgnoreCase("false"),
                isTrue(schema, "allowDuplicates"),
                element(schema));
    }

    /** Attributes marked isCombinedKey are one key together; each one marked isUniqueKey is a key of its own. */
    private static List<List<String>> keys(Element collection) {
        List<List<String>> keys = new ArrayList<>();
        List<String> combined = new ArrayList<>();
        for (Element attribute : collection.elements("attribute")) {
            String name = attribute.attributeValue("name", "");
            if (isTrue(attribute, "isUniqueKey")) {
                keys.add(List.of(name));
            } else if (isTrue(attribute, "isCombinedKey")) {
                combined.add(name);
            }
        }
        if (!combined.isEmpty()) {
            keys.add(combined);
        }
        return keys;
    }

    private static AttributeSchema attribute(Element schema) {
        List<String> names = new ArrayList<>();
        for (Element name : schema.elements()) {
            names.add(name.attributeValue("name", ""));
        }
        return new AttributeSchema(
                schema.attributeValue("name", ""),
                type(schema.attributeValue("type", "string")),
                schema.attributeValue("defaultValue", ""),
                names);
    }

    private static Type type(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "bool" -> Type.BOOL;
            case "int", "uint", "int64" -> Type.INT;
            case "enum" -> Type.ENUM;
            case "flags" -> Type.FLAGS;
            default -> Type.STRING;
        };
    }

    /** Whether an element or attribute of this name can be: the letters that XML 1.0 allows, without a colon. */
    private static boolean isName(String name) {
        boolean isStart = !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
        return isStart && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0);
    }

    private static boolean isTrue(Element schema, String attribute) {
        return schema.attributeValue(attribute, "false").equalsIgnoreCase("true");
    }
}
