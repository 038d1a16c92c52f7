package io.github.iisaudit.config;

import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Sites, applications, virtual directories and application pools of one server, with defaults applied: an attribute comes from the
 * element itself, else from the nearest {@code …Defaults} element, else from the schema. Names are found ignoring case.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/understanding-sites-applications-and-virtual-directories-on-iis">Sites, applications and virtual directories</a>
 */
final class SiteTree {

    private static final String GROUP = "system.applicationHost";

    /** Of the elements in a site, what counts elsewhere. */
    private static final Set<String> OF_SITE = Set.of("bindings", EffectiveDocument.HSTS);

    /**
     * A site, an application, a virtual directory or a pool: its configuration path or name, and what is written of it, without
     * what it is a list of: a site's applications, an application's virtual directories. Of a site, attributes, bindings and hsts.
     */
    record Node(String path, ElementState state, ElementSchema schema) {

        /** An attribute as written or by default; empty where there is neither. */
        String value(String attribute) {
            return new ElementState.Entry(schema.name(), state).value(attribute, schema);
        }
    }

    private final ElementSchema siteSchema;
    private final ElementSchema applicationSchema;
    private final ElementSchema directorySchema;
    private final ElementSchema poolSchema;
    private final Map<String, Node> sites = new LinkedHashMap<>();
    private final Map<String, Node> applications = new LinkedHashMap<>();
    private final Map<String, Node> directories = new LinkedHashMap<>();
    private final Map<String, Node> pools = new LinkedHashMap<>();

    /** How long the paths of applications and directories are: only so much of a longer one need be looked up. */
    private final BitSet lengths = new BitSet();

    private SiteTree(Schema schema) {
        siteSchema = entry(Objects.requireNonNull(schema.section(GROUP + "/sites")));
        applicationSchema = entry(siteSchema);
        directorySchema = entry(applicationSchema);
        poolSchema = entry(Objects.requireNonNull(schema.section(GROUP + "/applicationPools")));
    }

    private static ElementSchema entry(ElementSchema collection) {
        return Objects.requireNonNull(collection.collection()).entry();
    }

    /**
     * The tree that applicationHost.config describes; entries without a name are left out.
     *
     * @param configuration its root element, or null where it could not be read
     * @param host the same taken apart: the sections may stand in any group of their name, or in a location tag for the server
     */
    static SiteTree read(@Nullable LocatedElement configuration, Layer host, HostFacts facts) {
        SiteTree tree = new SiteTree(facts.schema());
        if (configuration != null) {
            tree.readPools(section(configuration, host, "applicationPools"));
            tree.readSites(section(configuration, host, "sites"));
        }
        return tree;
    }

    private static @Nullable Element section(LocatedElement configuration, Layer host, String name) {
        for (Block block : host.at("")) {
            Element section = block.sections().get(GROUP + "/" + name);
            if (section != null) {
                return section;
            }
        }
        Element group = configuration.element(GROUP);
        return group == null ? null : group.element(name);
    }

    private void readPools(@Nullable Element section) {
        if (section != null) {
            List<Element> defaults = section.elements("applicationPoolDefaults");
            for (Element pool : section.elements("add")) {
                String name = pool.attributeValue("name", "");
                put(pools, node(name, pool, defaults, poolSchema));
            }
        }
    }

    private void readSites(@Nullable Element section) {
        if (section != null) {
            List<Element> siteDefaults = section.elements("siteDefaults");
            Inherited server = Inherited.NONE.with(section);
            for (Element site : section.elements("site")) {
                String name = site.attributeValue("name", "");
                put(sites, node(name, site, siteDefaults, siteSchema));
                Inherited inherited = server.with(site);
                for (Element application : site.elements("application")) {
                    readApplication(name, application, inherited);
                }
            }
        }
    }

    private void readApplication(String site, Element application, Inherited inherited) {
        String path = ConfigPath.join(site, ConfigPath.normal(application.attributeValue("path", "/")));
        put(applications, node(path, application, inherited.applications, applicationSchema));
        List<Element> defaults = inherited.with(application).directories;
        for (Element directory : application.elements("virtualDirectory")) {
            String below = ConfigPath.join(path, ConfigPath.normal(directory.attributeValue("path", "/")));
            put(directories, node(below, directory, defaults, directorySchema));
        }
    }

    /** The {@code …Defaults} elements around an element, the outermost first. */
    private record Inherited(List<Element> applications, List<Element> directories) {

        static final Inherited NONE = new Inherited(List.of(), List.of());

        Inherited with(Element parent) {
            return new Inherited(
                    and(applications, parent.elements("applicationDefaults")),
                    and(directories, parent.elements("virtualDirectoryDefaults")));
        }

        private static List<Element> and(List<Element> outer, List<Element> inner) {
            if (inner.isEmpty()) {
                return outer;
            }
            List<Element> all = new ArrayList<>(outer);
            all.addAll(inner);
            return all;
        }
    }

    private Node node(String path, Element element, List<Element> defaults, ElementSchema schema) {
        ElementState state = ElementState.EMPTY;
        for (Element outer : defaults) {
            state = lay((LocatedElement) outer, state, schema);
        }
        return new Node(path, lay((LocatedElement) element, state, schema), schema);
    }

    /** What is broken in the element is told of its section; here its legal attributes count. */
    private ElementState lay(LocatedElement element, ElementState below, ElementSchema schema) {
        Set<String> parts = schema == siteSchema ? OF_SITE : schema.elements().keySet();
        try {
            return new Merge(0, Tolerance.ALL).layParts(element, below, schema, parts);
        } catch (Refusal refusal) {
            return below.open(element);
        }
    }

    private void put(Map<String, Node> nodes, Node node) {
        if (!node.path.isEmpty()) {
            String key = ConfigPath.key(node.path);
            nodes.putIfAbsent(key, node);
            lengths.set(key.length());
        }
    }

    Iterable<Node> sites() {
        return sites.values();
    }

    Iterable<Node> applications() {
        return applications.values();
    }

    Iterable<Node> directories() {
        return directories.values();
    }

    Optional<Node> site(String path) {
        return Optional.ofNullable(sites.get(ConfigPath.key(ConfigPath.site(path))));
    }

    /** The application that a path belongs to; empty for the server level and for sites without a root application. */
    Optional<Node> application(String path) {
        return nearest(applications, path);
    }

    /** The virtual directory that maps a path to the disk. */
    Optional<Node> directory(String path) {
        return nearest(directories, path)
                .filter(directory -> application(path)
                        .map(app -> ConfigPath.isAtOrBelow(directory.path, app.path))
                        .orElse(false));
    }

    /** The physical folder of a path, with forward slashes; empty where no virtual directory maps it. */
    String folder(String path) {
        Optional<Node> directory = directory(path);
        String root = directory.map(found -> found.value("physicalPath")).orElse("");
        String below =
                directory.map(found -> ConfigPath.below(path, found.path)).orElse("");
        return root.isEmpty() ? "" : ConfigPath.join(root.replace('\\', '/'), below);
    }

    boolean isApplicationRoot(String path) {
        return applications.containsKey(ConfigPath.key(path));
    }

    boolean isDirectoryRoot(String path) {
        return directories.containsKey(ConfigPath.key(path));
    }

    /** The pool of an application; empty where none is named or there is none of that name. */
    Optional<Node> pool(Node application) {
        return poolNamed(application.value("applicationPool"));
    }

    /** The pool of this name, ignoring case. */
    Optional<Node> poolNamed(String name) {
        return Optional.ofNullable(pools.get(ConfigPath.key(name)));
    }

    /** Whether the pool that serves a path has enableConfigurationOverride="false". */
    boolean isClosed(String path) {
        return application(path)
                .flatMap(this::pool)
                .map(pool -> pool.state.attributes().get("enableConfigurationOverride"))
                .map(Written::value)
                .filter("false"::equals)
                .isPresent();
    }

    private Optional<Node> nearest(Map<String, Node> nodes, String path) {
        String key = ConfigPath.key(path);
        for (int end = lengths.previousSetBit(key.length()); end > 0; end = lengths.previousSetBit(end - 1)) {
            boolean isPath = end == key.length() || key.charAt(end) == '/';
            Node node = isPath ? nodes.get(key.substring(0, end)) : null;
            if (node != null) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
