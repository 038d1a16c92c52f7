package io.github.iisaudit.fleet;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.WindowsAuthentication;
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

    private record Entry(String name, Map<WindowsSettings, List<String>> variants) {}

    private final Map<String, Entry> sites = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean isOfSeveral;

    /** @param servers how many are to be added: one alone is compared with nothing */
    public Drift(int servers) {
        this.isOfSeveral = servers > 1;
    }

    /** The settings of one server's sites, gathered while its paths are visited. Not safe for use by several threads. */
    public static final class OfServer {

        private final Map<String, WindowsSettings> sites = new LinkedHashMap<>();
        private final boolean isCompared;

        private OfServer(Drift drift) {
            this.isCompared = drift.isOfSeveral;
        }

        /** Takes note of a path if it is a site. */
        public void visit(Scope scope) {
            if (isCompared && scope.kind() == Scope.Kind.SITE) {
                sites.put(scope.path(), WindowsSettings.of(scope.section(WindowsAuthentication.SECTION)));
            }
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
