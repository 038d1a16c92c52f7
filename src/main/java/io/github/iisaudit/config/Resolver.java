package io.github.iisaudit.config;

import io.github.iisaudit.config.LayerReader.HostFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what the files say at a path. The application pool that serves the path decides how web.config files count on the way
 * there, so there are two ways down. Not thread-safe.
 */
final class Resolver {

    private final Layer host;
    private final SiteTree tree;
    private final Descent open;
    private @Nullable Descent closed;

    Resolver(Layer host, LayerSource layers, HostFacts facts, SectionWriter writer) {
        this.host = host;
        this.tree = layers.tree();
        this.open = new Descent(host, layers, facts, writer);
    }

    /** What applicationHost.config says. */
    Layer host() {
        return host;
    }

    /** What the files say at a path. */
    PathState resolve(String path) {
        return to(path).resolve(path);
    }

    /** The files that take part at a path, the uppermost first. */
    List<Layer> files(String path) {
        return to(path).files(path);
    }

    private Descent to(String path) {
        if (!tree.isClosed(path)) {
            return open;
        }
        if (closed == null) {
            closed = open.closed();
        }
        return closed;
    }
}
