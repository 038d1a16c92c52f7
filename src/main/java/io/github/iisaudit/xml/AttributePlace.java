package io.github.iisaudit.xml;

/**
 * Where an attribute stands in its file, as offsets.
 *
 * @param name its name as written, with its prefix
 * @param start of the name
 * @param valueStart after the opening quote
 * @param valueEnd before the closing quote
 */
record AttributePlace(String name, int start, int valueStart, int valueEnd) {

    boolean declaresNamespace() {
        return name.equals("xmlns") || name.startsWith("xmlns:");
    }
}
