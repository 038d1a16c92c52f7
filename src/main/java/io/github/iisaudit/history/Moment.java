package io.github.iisaudit.history;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.WrittenFile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What one server was in one version: its paths with answers that tell at once whether one says the same as in another version. Not safe
 * for use by several threads.
 */
public final class Moment {

    private final ServerConfiguration server;
    private final Looked looked;
    private final Map<String, Seen> paths = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * A scope, with all that its document says.
     *
     * @param sections the paths of all sections
     * @param answers theirs
     * @param others of what stands beside the sections, and of sections with an error that the schema does not know
     */
    record Seen(Scope scope, List<String> sections, Object[] answers, List<Object> others) {

        boolean saysAs(Seen other) {
            return others.equals(other.others)
                    && sections.equals(other.sections)
                    && Arrays.equals(answers, other.answers);
        }
    }

    private Moment(ServerConfiguration server, Looked looked) {
        this.server = server;
        this.looked = looked;
    }

    /**
     * Visits a server.
     *
     * @param isWanted which of its paths count
     * @param goOn is called before each; what it throws ends the visit
     */
    public static Moment of(ServerConfiguration server, Looked looked, Predicate<String> isWanted, Runnable goOn) {
        Moment moment = new Moment(server, looked);
        server.forEachScope(scope -> {
            goOn.run();
            if (isWanted.test(scope.path())) {
                moment.see(scope);
            }
        });
        for (WrittenFile file : server.writtenFiles()) {
            moment.files.put(file.path(), file.root().span().source().text());
        }
        return moment;
    }

    private void see(Scope scope) {
        Content content = Objects.requireNonNull(scope.content(), "a scope of a server says what it has");
        List<String> sections = looked.all(scope);
        List<Object> others = List.of(content.fact("", ""), content.troubles());
        paths.put(scope.path(), new Seen(scope, sections, content.sections(sections), others));
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

    /** The texts of its files, by their paths. */
    Map<String, String> files() {
        return files;
    }
}
