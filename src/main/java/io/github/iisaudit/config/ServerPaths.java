package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration paths of a server that are audited: the server, every site, application and virtual directory, and every other path
 * with a web.config or a location tag.
 */
final class ServerPaths {

    private final ConfigSource source;
    private final SiteTree tree;
    private final LayerSource layers;
    private final Part part;
    private final Map<String, String> paths = new TreeMap<>(ConfigPath.ORDER);

    ServerPaths(ConfigSource source, SiteTree tree, LayerSource layers, Part part) {
        this.source = source;
        this.tree = tree;
        this.layers = layers;
        this.part = part;
    }

    /** Reads the files of the levels, and finds the paths. */
    void find(List<Level> levels, Layer host) {
        layers.read(levels);
        add("");
        tree.sites().forEach(site -> add(site.path()));
        tree.applications().forEach(application -> add(application.path()));
        levels.sort((a, b) -> ConfigPath.ORDER.compare(a.path(), b.path()));
        levels.forEach(level -> add(level.path()));
        host.blocks().values().forEach(this::addTargets);
        for (Level level : levels) {
            layers.locations(level.path()).forEach(tag -> addTarget(tag.target(), tag.pathDoubt()));
        }
    }

    private void addTargets(List<Block> blocks) {
        blocks.forEach(block -> addTarget(block.target(), block.pathDoubt()));
    }

    private void addTarget(String target, @Nullable String doubt) {
        if (doubt == null || tree.directory(target).isPresent()) {
            add(target);
        }
    }

    /** Location tags for sites that do not exist are no paths: asking IIS for one is an error. */
    private void add(String path) {
        boolean isPath = path.isEmpty() || tree.site(path).isPresent();
        if (isPath && isAudited(path) && part.contains(path) && (path.isEmpty() || layers.isAsked(path))) {
            paths.putIfAbsent(ConfigPath.key(path), path);
        }
    }

    private boolean isAudited(String path) {
        return source.deployment()
                .map(d -> path.isEmpty() || ConfigPath.isAtOrBelow(path, d.site()))
                .orElse(true);
    }

    /** Parents before children, siblings in order ignoring case. */
    Collection<String> all() {
        return paths.values();
    }

    /** A path as it is written in the files; as it is given where it has no settings of its own. */
    String written(String path) {
        return paths.getOrDefault(ConfigPath.key(path), path);
    }
}
