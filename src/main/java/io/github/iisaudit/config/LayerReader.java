package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.source.ForeignFile;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** Takes one parsed file apart into {@link Block}s and finds what makes the whole file unreadable. */
final class LayerReader {

    /** Groups and sections that machine.config of .NET 2.0 to 4.8 declares, so that every file may use them. */
    private static final Set<String> DOT_NET = Set.of(
            "appSettings",
            "assemblyBinding",
            "configBuilders",
            "configProtectedData",
            "configurationRedirection",
            "connectionStrings",
            "cryptographySettings",
            "mscorlib",
            "runtime",
            "satelliteassemblies",
            "startup",
            "strongNames",
            "system.codedom",
            "system.data",
            "system.data.dataset",
            "system.data.odbc",
            "system.data.oledb",
            "system.data.oracleclient",
            "system.data.sqlclient",
            "system.diagnostics",
            "system.identityModel",
            "system.identityModel.services",
            "system.net",
            "system.runtime.caching",
            "system.runtime.remoting",
            "system.runtime.serialization",
            "system.serviceModel",
            "system.serviceModel.activation",
            "system.transactions",
            "system.web",
            "system.web.extensions",
            "system.windows.forms",
            "system.workflow.componentmodel.workflowcompiler",
            "system.xaml.hosting",
            "system.xml.serialization",
            "uri",
            "windows");

    /** No path: what a tag speaks for of which that is not known. */
    private static final String DOUBTFUL = "?";

    private static final String SYSTEM_WEB = "system.web";

    private final Schema schema;
    private final String level;
    private final boolean isAssumed;
    private final Declarations declarations;
    private final Map<String, List<Block>> blocks = new LinkedHashMap<>();
    private final Map<String, LocatedElement> repeated = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable ConfigError error;

    private LayerReader(HostFacts host, String level, Declarations declarations) {
        this.schema = host.schema();
        this.level = level;
        this.isAssumed = host.isAssumed();
        this.declarations = declarations;
        this.error = declarations.error();
    }

    /**
     * @param level the path that the file lies at
     * @param folder the physical folder that it lies in
     * @param above the declarations of the files above, or null for applicationHost.config
     */
    static Layer read(LocatedElement root, String level, String folder, @Nullable Declarations above, HostFacts host) {
        if (!isConfiguration(root)) {
            String kind = ForeignFile.seeming(root.getName())
                    .map(it -> "; the file " + it.sentence())
                    .orElse("");
            String message = "the root element must be <configuration>, not <" + root.getName() + ">" + kind;
            return Layer.broken(level, new ConfigError(ErrorKind.BAD_ROOT, message, root, null, null));
        }
        Declarations declarations = Declarations.read(root, above, ConfigPath.depth(level));
        LayerReader reader = new LayerReader(host, level, declarations);
        reader.readConfiguration(root);
        return new Layer(
                level,
                ConfigPath.depth(level),
                folder,
                host.isAssumed(),
                declarations,
                reader.blocks,
                reader.repeated,
                reader.error);
    }

    /** Whether a file has the root element that IIS reads. */
    static boolean isConfiguration(LocatedElement root) {
        return root.getName().equals("configuration");
    }

    /** What every layer of one server is read with. */
    record HostFacts(Schema schema, Host host, XmlReader reader, Budget budget) {

        boolean isAssumed() {
            return host == Host.ASSUMED;
        }
    }

    private void readConfiguration(LocatedElement root) {
        Map<String, LocatedElement> plain = new LinkedHashMap<>();
        for (Element child : root.elements()) {
            switch (child.getName()) {
                case "configSections" -> {}
                case "location" -> readLocation((LocatedElement) child);
                default -> readTop((LocatedElement) child, plain, level);
            }
        }
        addParts(Block.plain(level, plain));
    }

    private void readLocation(LocatedElement location) {
        LocationTag tag = new LocationTag(location, level);
        fail(tag.error());
        Map<String, LocatedElement> sections = new LinkedHashMap<>();
        for (Element child : location.elements()) {
            readTop((LocatedElement) child, sections, tag.pathDoubt() == null ? tag.target() : DOUBTFUL);
        }
        addParts(Block.of(tag, location, sections));
    }

    /** The sections of the whole server are kept apart: they say nothing of what lies below. */
    private void addParts(Block block) {
        Block ofServer = block.target().isEmpty() ? block.part(true) : block;
        if (block.target().isEmpty() && !ofServer.sections().isEmpty()) {
            add(block.part(false));
            add(ofServer);
        } else {
            add(block);
        }
    }

    private void add(Block block) {
        blocks.computeIfAbsent(ConfigPath.key(block.target()), k -> new ArrayList<>())
                .add(block);
    }

    private void readTop(LocatedElement element, Map<String, LocatedElement> sections, String target) {
        String name = element.getName();
        if (name.equals(SYSTEM_WEB)) {
            readDotNet(element, sections, target);
        } else if (!DOT_NET.contains(name)) {
            readDeclared(element, name, sections, target);
        }
    }

    /**
     * Of {@code system.web}, whose sections machine.config declares, the schema's sections count; IIS reads no others here. Of
     * some it counts that they are there.
     */
    private void readDotNet(LocatedElement group, Map<String, LocatedElement> sections, String target) {
        for (Element child : group.elements()) {
            String path = SYSTEM_WEB + "/" + child.getName();
            if (schema.section(path) != null) {
                put(path, (LocatedElement) child, sections, target);
            } else if (AspNetSections.isBound(path)) {
                sections.putIfAbsent(path, (LocatedElement) child);
            }
        }
    }

    /** A group carries no settings and cannot be locked, so only what lies in it counts. */
    private void readDeclared(
            LocatedElement element, String path, Map<String, LocatedElement> sections, String target) {
        if (declarations.find(path).isPresent()) {
            put(path, element, sections, target);
        } else if (declarations.isGroup(path)) {
            for (Element child : element.elements()) {
                readDeclared((LocatedElement) child, path + "/" + child.getName(), sections, target);
            }
        } else if (hasContent(element) && isCertainlyUndeclared(path)) {
            fail(undeclared(element, path));
        }
    }

    /** The same section twice for one path in one file is illegal, wherever the two stand. */
    private void put(String path, LocatedElement element, Map<String, LocatedElement> sections, String target) {
        String key = Layer.key(path, target);
        if (!seen.add(key) && !target.equals(DOUBTFUL)) {
            repeated.putIfAbsent(key, element);
        }
        sections.putIfAbsent(path, element);
    }

    private static boolean hasContent(Element element) {
        return element.attributeCount() > 0
                || element.elements().size() > 0
                || !element.getText().isEmpty();
    }

    /** On an assumed server, modules may have declared more than the stock sections: only a slip in the case is certain there. */
    private boolean isCertainlyUndeclared(String path) {
        if (!isAssumed) {
            return true;
        }
        return schema.paths().stream()
                .anyMatch(known -> ConfigPath.isAtOrBelow(known, path) && !known.startsWith(path));
    }

    private static ConfigError undeclared(LocatedElement element, String path) {
        String message =
                "IIS knows no section or group " + path + ": nothing declares it, or a module is not installed";
        return new ConfigError(ErrorKind.UNDECLARED, message, element, null, null);
    }

    private void fail(@Nullable ConfigError found) {
        if (error == null) {
            error = found;
        }
    }
}
