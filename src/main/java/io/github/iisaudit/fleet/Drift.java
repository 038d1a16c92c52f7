package io.github.iisaudit.fleet;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where servers of a fleet differ: sites of the same name, ignoring case, whose effective settings of Windows authentication are
 * not the same on all servers that have them. Servers, of different names, may be added in any order, and in any parts that are put
 * together later. Not safe for use by several threads.
 */
public final class Drift implements Serializable {

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
     * @param servers in the order of their names
     */
    public record Variant(WindowsSettings settings, List<String> servers) {}

    private record Entry(String name, String first, Map<WindowsSettings, List<String>> variants)
            implements Serializable {

        /** The same as its first server spells it. */
        Entry and(String otherName, String otherFirst) {
            return first.compareTo(otherFirst) <= 0 ? this : new Entry(otherName, otherFirst, variants);
        }
    }

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
        settings.sites.forEach((site, value) -> add(server, site, value));
    }

    void add(String server, String site, WindowsSettings settings) {
        variants(site, server).computeIfAbsent(settings, v -> new ArrayList<>()).add(server);
    }

    /** Adds what other servers brought, which stays as it is. */
    public Drift add(Drift others) {
        others.sites.forEach((site, entry) -> {
            Map<WindowsSettings, List<String>> variants = variants(entry.name, entry.first);
            entry.variants.forEach((settings, servers) ->
                    variants.computeIfAbsent(settings, v -> new ArrayList<>()).addAll(servers));
        });
        return this;
    }

    private Map<WindowsSettings, List<String>> variants(String site, String server) {
        Entry known = sites.get(site);
        Entry entry = known == null ? new Entry(site, server, new LinkedHashMap<>()) : known.and(site, server);
        if (entry != known) {
            sites.put(site, entry);
        }
        return entry.variants;
    }

    /** The same in parts of one site each, by what the spellings of its name have in common. */
    public Map<String, Drift> bySite() {
        Map<String, Drift> parts = new LinkedHashMap<>();
        sites.forEach((site, entry) -> {
            Drift part = new Drift(2);
            part.sites.put(site, entry);
            parts.put(key(site), part);
        });
        return parts;
    }

    /** As {@link String#CASE_INSENSITIVE_ORDER} compares, character by character. */
    private static String key(String name) {
        char[] key = name.toCharArray();
        for (int i = 0; i < key.length; i++) {
            key[i] = Character.toLowerCase(Character.toUpperCase(key[i]));
        }
        return new String(key);
    }

    /** The sites that differ, in order of their names. */
    public List<Site> sites() {
        List<Site> differing = new ArrayList<>();
        for (Entry entry : sites.values()) {
            if (entry.variants.size() > 1) {
                differing.add(new Site(entry.name, variants(entry)));
            }
        }
        return differing;
    }

    private static List<Variant> variants(Entry entry) {
        List<Variant> variants = new ArrayList<>();
        entry.variants.forEach((settings, servers) -> {
            List<String> sorted = new ArrayList<>(servers);
            sorted.sort(null);
            variants.add(new Variant(settings, sorted));
        });
        variants.sort((a, b) -> {
            int order = Integer.compare(b.servers.size(), a.servers.size());
            return order != 0 ? order : a.servers.get(0).compareTo(b.servers.get(0));
        });
        return variants;
    }
}
