package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The web.config files of one server, found where the site tree maps configuration paths to folders. Inheritance follows the
 * virtual path and not the disk, so one file may lie at several paths.
 */
final class LayerSource {

    private static final String WEB_CONFIG = "web.config";

    private final ConfigSource source;
    private final ConfigSource.@Nullable Deployment deployment;
    private final HostFacts host;
    private final SiteTree tree;
    private final WebConfigs files;
    private final Map<String, Lookup> lookups = new LinkedHashMap<>();

    LayerSource(ConfigSource source, HostFacts host, SiteTree tree) {
        this.source = source;
        this.deployment = source.deployment().orElse(null);
        this.host = host;
        this.files = new WebConfigs(host);
        this.tree = tree;
    }

    /** The files that were read. */
    WebConfigs files() {
        return files;
    }

    SiteTree tree() {
        return tree;
    }

    /** Every path below sites at which a web.config lies or may lie, in no order. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Node directory : tree.directories()) {
            if (isAudited(directory)) {
                String folder = physicalPath(directory);
                levels.add(new Level(directory.path(), folder, ""));
                if (isTrue(directory, "allowSubDirConfig")) {
                    addBelow(directory, folder, levels);
                }
            }
        }
        return source.isPart() ? asked(levels) : levels;
    }

    /** Those that are asked about, and those that these inherit from. */
    private List<Level> asked(List<Level> levels) {
        Set<String> wanted = new HashSet<>();
        for (Level level : levels) {
            if (isAsked(level.path())) {
                String key = ConfigPath.key(level.path());
                for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
                    wanted.add(key.substring(0, end));
                }
            }
        }
        List<Level> asked = new ArrayList<>(levels);
        asked.removeIf(level -> !wanted.contains(ConfigPath.key(level.path())));
        return asked;
    }

    /** Whether a path below a site is asked about. */
    boolean isAsked(String path) {
        return !source.isPart()
                || source.shown(folder(path), WEB_CONFIG).map(source::isAsked).orElse(true);
    }

    private void addBelow(Node directory, String folder, List<Level> levels) {
        for (String below : source.foldersWithWebConfig(folder)) {
            String path = ConfigPath.join(directory.path(), below);
            if (tree.directory(path).orElse(null) == directory) {
                levels.add(new Level(path, folder, below));
            }
        }
    }

    /** Looks up the files below virtual directories; others are there in these only. */
    void read(List<Level> levels) {
        for (Level level : levels) {
            if (!level.below().isEmpty()) {
                lookups.computeIfAbsent(
                        ConfigPath.key(level.path()), key -> files.rendered(source.file(level.root(), level.file())));
            }
        }
    }

    /** Of a server that a repository is deployed to, the one site counts. */
    private boolean isAudited(Node directory) {
        return deployment == null || ConfigPath.isAtOrBelow(directory.path(), deployment.site());
    }

    /** The web.config of a path; empty where there is certainly none. {@link #missing} tells where that is not certain. */
    Optional<Layer> layer(String level, @Nullable Declarations above) {
        Lookup lookup = lookup(level);
        if (lookup instanceof Lookup.Found found) {
            return Optional.of(layer(level, found, above));
        }
        return Optional.empty();
    }

    /** The location tags in the web.config of a path. */
    List<LocationTag> locations(String level) {
        LocatedElement root = lookup(level) instanceof Lookup.Found found
                ? files.at(level, found).root()
                : null;
        if (root == null || !LayerReader.isConfiguration(root)) {
            return List.of();
        }
        List<LocationTag> tags = List.of();
        List<Element> elements = root.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).getName().equals("location")) {
                tags = tags.isEmpty() ? new ArrayList<>() : tags;
                tags.add(new LocationTag((LocatedElement) elements.get(i), level));
            }
        }
        return tags;
    }

    /** The web.config of a path where it is not known whether there is one, or what it says. */
    Optional<Missing> missing(String level) {
        return lookup(level) instanceof Lookup.Unavailable missing
                ? Optional.of(new Missing(missing.path(), missing.reason()))
                : Optional.empty();
    }

    /** A folder below a virtual directory counts only where a web.config was seen in it. */
    private Lookup lookup(String level) {
        String key = ConfigPath.key(level);
        Lookup known = lookups.get(key);
        if (known == null) {
            known = tree.isDirectoryRoot(level) ? find(tree.directory(level).orElseThrow(), "") : new Lookup.Absent();
            lookups.put(key, known);
        }
        return known;
    }

    private Lookup find(Node directory, String below) {
        return files.rendered(source.file(physicalPath(directory), ConfigPath.join(below, WEB_CONFIG)));
    }

    /** A site that files are deployed to has its root where those files are. */
    private String physicalPath(Node directory) {
        return deployment != null && deployment.site().equalsIgnoreCase(directory.path())
                ? deployment.folder()
                : directory.value("physicalPath");
    }

    private Layer layer(String level, Lookup.Found found, @Nullable Declarations above) {
        WebConfigs.Parsed file = files.at(level, found);
        LocatedElement root = file.root();
        if (file.error() != null || root == null) {
            return Layer.broken(level, Objects.requireNonNull(file.error()));
        }
        return LayerReader.read(root, level, folder(level), above, host);
    }

    /** The physical folder that a path is mapped to. */
    private String folder(String level) {
        Node directory = tree.directory(level).orElseThrow();
        String below = ConfigPath.below(level, directory.path());
        String folder = physicalPath(directory);
        return below.isEmpty() ? folder : folder + "\\" + below.replace('/', '\\');
    }

    private static boolean isTrue(Node node, String attribute) {
        return node.value(attribute).equals("true");
    }

    /** The files that could be parsed and are asked about. */
    List<WrittenFile> written() {
        List<WrittenFile> asked = new ArrayList<>();
        for (WrittenFile file : files.written()) {
            if (isAsked(file)) {
                asked.add(file);
            }
        }
        return asked;
    }

    private boolean isAsked(WrittenFile file) {
        for (String path : file.paths()) {
            if (isAsked(path)) {
                return true;
            }
        }
        return false;
    }

    /** What was looked up, by the keys of paths. */
    Map<String, Lookup> lookups() {
        return lookups;
    }

    /** Where the files of virtual directories are looked for, as paths are shown. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        for (Node directory : tree.directories()) {
            if (isAudited(directory)) {
                source.shown(physicalPath(directory), WEB_CONFIG).ifPresent(places::add);
            }
        }
        return places;
    }

    /** The lookups that found nothing certain. */
    List<Lookup.Unavailable> unavailable() {
        List<Lookup.Unavailable> unavailable = new ArrayList<>();
        for (Lookup lookup : lookups.values()) {
            if (lookup instanceof Lookup.Unavailable nothing) {
                unavailable.add(nothing);
            }
        }
        return unavailable;
    }
}
