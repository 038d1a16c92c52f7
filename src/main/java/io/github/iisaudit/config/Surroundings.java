package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What serves a path: its site, application, pool and virtual directory, as far as there are any. */
record Surroundings(
        @Nullable Node site,
        @Nullable Node application,
        @Nullable Node pool,
        @Nullable Node directory) {

    /** A bit beside those of {@link #claims}. */
    static final int IS_SERVER = 16;

    /** How many combinations there are. */
    static final int CLAIMS = 32;

    static Surroundings of(String path, SiteTree tree) {
        Node application = tree.application(path).orElse(null);
        return new Surroundings(
                tree.site(path).orElse(null),
                application,
                application == null ? null : tree.pool(application).orElse(null),
                tree.directory(path).orElse(null));
    }

    /** Which of them there are, a bit each. */
    int claims() {
        return (site == null ? 0 : 1)
                | (application == null ? 0 : 2)
                | (pool == null ? 0 : 4)
                | (directory == null ? 0 : 8);
    }

    /** Adds them to a document. */
    void addTo(EffectiveElement scope, EffectiveDocument documents) {
        if (site != null) {
            documents.addSite(scope, site);
        }
        if (application != null) {
            documents.add(scope, Part.APPLICATION, application);
        }
        if (pool != null) {
            documents.add(scope, Part.POOL, pool);
        }
        if (directory != null) {
            documents.add(scope, Part.DIRECTORY, directory);
        }
    }

    /** What a part of the document says of one of them. */
    Inputs says(Object question, Part part) {
        return switch (part.kind()) {
            case SITE_NAME -> Inputs.of(question, site == null ? null : name(site));
            case BINDINGS -> bindings(question);
            case SITE -> Inputs.of(question, state(site));
            case APPLICATION -> Inputs.of(question, state(application));
            case POOL_VALUE -> Inputs.of(question, pool == null ? null : value(pool, part));
            case POOL -> Inputs.of(question, state(pool));
            case DIRECTORY -> Inputs.of(question, state(directory));
            default -> throw new IllegalArgumentException(part.toString());
        };
    }

    private static @Nullable Object state(@Nullable Node node) {
        return node == null ? null : node.state();
    }

    /** Null where nobody wrote it: then the schema tells, which is in the shape. */
    private static @Nullable String value(Node pool, Part part) {
        ElementState state = part.name().isEmpty() ? pool.state() : pool.state().child(part.name());
        Origin.Written written = state.attributes().get(part.attribute());
        return written == null ? null : written.value();
    }

    private static @Nullable String name(Node site) {
        Origin.Written written = site.state().attributes().get("name");
        return written == null ? null : written.value();
    }

    /** Protocols and host names in turn; all that is written where that may differ from what the document shows. */
    private Inputs bindings(Object question) {
        if (site == null) {
            return Inputs.of(question);
        }
        List<Application.Binding> bindings = Application.bindings(site);
        Object[] parts = new Object[1 + 2 * bindings.size()];
        parts[0] = question;
        for (int i = 0; i < bindings.size(); i++) {
            parts[2 * i + 1] = bindings.get(i).protocol();
            parts[2 * i + 2] = bindings.get(i).hostName();
        }
        return hasHostAttribute(site) ? Inputs.of(question, site.state()) : Inputs.of(parts);
    }

    private static boolean hasHostAttribute(Node site) {
        for (ElementState.Entry entry : site.state().child("bindings").entries()) {
            if (entry.state().attributes().containsKey("host")) {
                return true;
            }
        }
        return false;
    }
}
