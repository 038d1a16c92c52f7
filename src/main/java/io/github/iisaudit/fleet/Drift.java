package io.github.iisaudit.fleet;

import io.github.iisaudit.config.Inputs;
import io.github.iisaudit.config.Memory;
import io.github.iisaudit.config.Part;
import io.github.iisaudit.config.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where servers of a fleet differ: sites of the same name, ignoring case, whose effective settings of Windows authentication are
 * not the same on all servers that have them. Not safe for use by several threads.
 */
public final class Drift {

    /**
     * A site that differs.
     *
     * @param name as the first server spells it
     * @param variants from the most common to the rarest; the order of the servers decides between two that are as common
     */
    public record Site(String name, List<Variant> variants) {}

    /**
     * What some servers agree on.
     *
     * @param settings in one line
     * @param servers in the order in which they were added
     */
    public record Variant(WindowsSettings settings, List<String> servers) {}

    private static final Part WINDOWS = Part.section(WindowsSettings.SECTION);

    private record Entry(String name, Map<WindowsSettings, List<String>> variants) {}

    private final Map<String, Entry> sites = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean isOfSeveral;
    private final Memory<WindowsSettings> known;

    /**
     * @param servers how many are to be added: one alone is compared with nothing
     * @param known empty, for the settings of all servers, by their sections
     */
    public Drift(int servers, Memory<WindowsSettings> known) {
        this.isOfSeveral = servers > 1;
        this.known = known;
    }

    /** The settings of one server's sites, gathered while its paths are visited. Not safe for use by several threads. */
    public static final class OfServer {

        private final Map<String, WindowsSettings> sites = new LinkedHashMap<>();
        private final boolean isCompared;
        private final Memory<WindowsSettings> known;

        private OfServer(Drift drift) {
            this.isCompared = drift.isOfSeveral;
            this.known = drift.known;
        }

        /** Takes note of a path if it is a site. */
        public void visit(Scope scope) {
            if (isCompared && scope.kind() == Scope.Kind.SITE) {
                sites.put(scope.path(), settings(scope));
            }
        }

        private WindowsSettings settings(Scope scope) {
            if (scope.hasErrors()) {
                return WindowsSettings.of(scope.section(WindowsSettings.SECTION));
            }
            // The names are an object of the schema, on which the values depend too.
            Inputs inputs = scope.says(scope.sectionNames(), WINDOWS);
            WindowsSettings settings = known.find(inputs);
            return settings == null
                    ? known.keep(inputs, WindowsSettings.of(scope.section(WindowsSettings.SECTION)))
                    : settings;
        }
    }

    /** No settings yet of one more server. May be asked for by several threads. */
    public OfServer ofServer() {
        return new OfServer(this);
    }

    /** Adds a server. */
    public void add(String server, OfServer settings) {
        settings.sites.forEach((site, value) -> sites.computeIfAbsent(site, s -> new Entry(s, new LinkedHashMap<>()))
                .variants
                .computeIfAbsent(value, v -> new ArrayList<>())
                .add(server));
    }

    /** The sites that differ, in order of their names. */
    public List<Site> sites() {
        List<Site> differing = new ArrayList<>();
        for (Entry entry : sites.values()) {
            if (entry.variants.size() > 1) {
                List<Variant> variants = new ArrayList<>();
                entry.variants.forEach((settings, servers) -> variants.add(new Variant(settings, servers)));
                variants.sort((a, b) -> Integer.compare(b.servers.size(), a.servers.size()));
                differing.add(new Site(entry.name, variants));
            }
        }
        return differing;
    }
}
