package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ProgramFile;
import io.github.iisaudit.xml.Secrets;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * What IIS knows of its sections: attributes with types and defaults, elements, collections. The built-in data are those of
 * IIS 10; a server's own schema files add to them and win over them. Immutable.
 */
public final class Schema {

    private static final String FILES = "/io/github/iisaudit/config/schema/";

    /** What the build makes of them. */
    private static final String PACKED = "/io/github/iisaudit/config/schema.packed";

    private final Map<String, ElementSchema> sections;
    private final Set<String> encrypted;

    private Schema(Map<String, ElementSchema> sections, Set<String> encrypted) {
        this.sections = sections;
        this.encrypted = encrypted;
    }

    /**
     * The attributes that the server's own schema says are encrypted and that are not called as secrets are, each as {@code
     * element/attribute}: without those by which IIS writes what is none.
     */
    Set<String> encrypted() {
        return encrypted;
    }

    /** The built-in data. */
    public static Schema builtIn() {
        return BuiltIn.SCHEMA;
    }

    /** The paths of all sections, in schema order. */
    public Set<String> paths() {
        return sections.keySet();
    }

    @Nullable
    ElementSchema section(String path) {
        return sections.get(path);
    }

    /**
     * These data with those of a server's own schema files over them (custom attributes, other defaults, sections of modules).
     *
     * @param files files that are no schema, or cannot be parsed, add nothing
     */
    Schema with(List<ConfigFile> files) {
        if (files.isEmpty()) {
            return this;
        }
        Map<String, ElementSchema> merged = new LinkedHashMap<>(sections);
        Set<String> hidden = new TreeSet<>();
        XmlReader reader = new XmlReader();
        for (ConfigFile file : files) {
            try {
                Element root = reader.read(file.path(), file.bytes());
                SchemaReader.sections(root)
                        .forEach((path, section) -> merged.merge(path, section, ElementSchema::extendedBy));
                hidden.addAll(SchemaReader.encrypted(root));
            } catch (UnreadableXmlException e) {
                continue; // IIS would not start with it; the sections keep their built-in data
            }
        }
        hidden.removeIf(it -> Secrets.isCalled(it.substring(it.indexOf('/') + 1)));
        hidden.removeIf(it -> sections.values().stream().anyMatch(section -> section.writes(it)));
        return new Schema(merged, hidden);
    }

    /** What the schema files of the program say, by path and in schema order. */
    static Map<String, ElementSchema> readFiles() {
        Map<String, ElementSchema> sections = new LinkedHashMap<>();
        XmlReader reader = new XmlReader();
        for (String name : new String(bytes("index.txt"), StandardCharsets.UTF_8).split("\\R")) {
            try {
                sections.putAll(SchemaReader.sections(reader.read(name, bytes(name))));
            } catch (UnreadableXmlException e) {
                throw new IllegalStateException(e.span() + ": " + e.getMessage(), e);
            }
        }
        return sections;
    }

    private static byte[] bytes(String name) {
        return ProgramFile.bytes(FILES + name).orElseThrow();
    }

    private static final class BuiltIn {

        static final Schema SCHEMA = load();

        private static Schema load() {
            try {
                return new Schema(PackedSchema.read(ProgramFile.bytes(PACKED).orElseThrow()), Set.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
