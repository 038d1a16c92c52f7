package io.github.iisaudit.history;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.Unchanged;
import io.github.iisaudit.config.WrittenFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one server was in one version: its paths with answers that tell at once whether one says the same as in another version. Not safe
 * for use by several threads.
 */
public final class Moment {

    private final ServerConfiguration server;
    private final Looked looked;
    private final Map<String, Seen> paths = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private @Nullable Wide wide;

    /**
     * How servers are visited.
     *
     * @param isWanted which paths count
     * @param goOn is called before each; what it throws ends the visit
     */
    public record Visit(Looked looked, Predicate<String> isWanted, Runnable goOn) {}

    private Moment(ServerConfiguration server, Looked looked) {
        this.server = server;
        this.looked = looked;
    }

    /** Visits a server that nothing is known of. */
    public static Moment first(ServerConfiguration server, Visit visit) {
        Moment moment = new Moment(server, visit.looked);
        moment.visit(visit, path -> null);
        return moment;
    }

    /** Visits the next version of a server: what certainly says the same is not resolved again. */
    public Moment next(ServerConfiguration later, Visit visit) {
        Moment moment = new Moment(later, looked);
        Unchanged unchanged = Unchanged.since(server, later);
        moment.visit(visit, path -> {
            Seen known = paths.get(path);
            return known != null && unchanged.contains(path, known.isTroubled()) ? known.in(later) : null;
        });
        return moment;
    }

    private interface Memory {

        @Nullable
        Seen of(String path);
    }

    private void visit(Visit visit, Memory memory) {
        for (String path : server.paths()) {
            visit.goOn.run();
            if (visit.isWanted.test(path)) {
                Seen known = memory.of(path);
                paths.put(path, known == null ? seen(path) : known);
            }
        }
        for (WrittenFile file : server.writtenFiles()) {
            files.put(file.path(), file.root().span().source().text());
        }
    }

    private Seen seen(String path) {
        Scope scope = server.find(path).orElseThrow();
        return Seen.of(scope, server, looked);
    }

    ServerConfiguration server() {
        return server;
    }

    Looked looked() {
        return looked;
    }

    Map<String, Seen> paths() {
        return paths;
    }

    /** What rules find beside its paths; worked out when it is first asked for. */
    Wide wide(Terms terms) {
        Wide known = wide;
        if (known == null) {
            known = new Wide(this, terms);
            wide = known;
        }
        return known;
    }

    /** The texts of its files, by their paths. */
    Map<String, String> files() {
        return files;
    }
}
