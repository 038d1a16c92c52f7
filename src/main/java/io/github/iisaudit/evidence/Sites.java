package io.github.iisaudit.evidence;

import io.github.iisaudit.config.Site;
import io.github.iisaudit.config.Site.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sites that requests may have been for. Safe for use by several threads. */
final class Sites {

    private static final Pattern NUMBERED = Pattern.compile("(?i)W3SVC(\\d{1,12})");

    /**
     * What was found.
     *
     * @param site null where there is none
     * @param why there is none, for people
     */
    record Match(@Nullable SitePlaces site, String why) {}

    /**
     * By what a request names its site.
     *
     * @param server names that may be the server's: of the computer, or of folders
     * @param host without a port; empty where it is not known
     * @param port empty where it is not known
     * @param ip empty where it is not known
     */
    record Target(Collection<String> server, String host, String port, String ip) {}

    private final Map<String, List<SitePlaces>> byName = new HashMap<>();
    private final Map<String, List<SitePlaces>> byId = new HashMap<>();

    /** What they answer at, by host names in lower case. */
    private final Map<String, List<Answering>> byHost;

    private final String otherwise;
    private final boolean isOpen;
    private final Map<String, SitePlaces> found = new ConcurrentHashMap<>();

    /**
     * The sites of servers.
     *
     * @param known none where no configuration is given: then the sites are those that the evidence names
     * @param otherwise the name of the site of what names none; empty for none
     */
    Sites(List<SitePlaces> known, String otherwise) {
        this.byHost = byHost(known);
        for (SitePlaces each : known) {
            Site site = each.site();
            add(byName, site.name().toLowerCase(Locale.ROOT), each);
            add(byId, site.id(), each);
        }
        this.otherwise = otherwise;
        this.isOpen = known.isEmpty();
    }

    /** Those that only the evidence names. */
    Collection<SitePlaces> found() {
        return found.values();
    }

    /** The number in a name such as {@code W3SVC2}; empty where it is none. */
    static String number(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** The site of a number, or of a name. */
    Match named(String name, Collection<String> servers) {
        String number = number(name);
        String id = number.isEmpty() && name.matches("\\d+") ? name : number;
        if (isOpen) {
            return named(id.isEmpty() ? name : "site " + id);
        }
        List<SitePlaces> sites = id.isEmpty()
                ? byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())
                : byId.getOrDefault(id, List.of());
        return one(sites, id.isEmpty() ? "the site that it names" : "site " + id, servers);
    }

    /** The site that answers at an address. */
    Match at(Target target) {
        if (isOpen && otherwise.isEmpty()) {
            return target.host.isEmpty()
                    ? new Match(null, "nothing names its site: --evidence-site NAME does")
                    : named(target.host.toLowerCase(Locale.ROOT));
        }
        Set<SitePlaces> best = new LinkedHashSet<>();
        int score = 0;
        String host = target.host.toLowerCase(Locale.ROOT);
        for (List<Answering> alike : candidates(host)) {
            for (Answering each : alike) {
                int own = each.score(host, target);
                if (own > score) {
                    best.clear();
                    score = own;
                }
                if (own > 0 && own == score) {
                    best.add(each.site);
                }
            }
        }
        if (best.isEmpty() && !otherwise.isEmpty()) {
            return named(otherwise, target.server);
        }
        return one(List.copyOf(best), "what answers at the address", target.server);
    }

    private static <T> void add(Map<String, List<T>> all, String key, T value) {
        all.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
    }

    private static Map<String, List<Answering>> byHost(List<SitePlaces> sites) {
        Map<String, List<Answering>> all = new HashMap<>();
        for (SitePlaces each : sites) {
            for (Address address : each.site().addresses()) {
                String host = address.host().toLowerCase(Locale.ROOT);
                add(all, host, new Answering(each, host, address));
            }
        }
        return all;
    }

    /** Those that may fit a host name: any for none; else its own, those of any host in a domain around it, and those of any host. */
    private Collection<List<Answering>> candidates(String host) {
        if (host.isEmpty()) {
            return byHost.values();
        }
        List<List<Answering>> found = new ArrayList<>();
        found.add(byHost.getOrDefault(host, List.of()));
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            found.add(byHost.getOrDefault("*" + host.substring(dot), List.of()));
        }
        found.add(byHost.getOrDefault("", List.of()));
        return found;
    }

    /**
     * An address of a site.
     *
     * @param host in lower case
     */
    private record Answering(SitePlaces site, String host, Address address) {

        /** How well it fits, as HTTP.sys prefers them: 0 for not at all. It is one of the candidates. */
        int score(String wanted, Target target) {
            boolean isPort = target.port.isEmpty()
                    || address.port().isEmpty()
                    || address.port().equals(target.port);
            boolean isIp = target.ip.isEmpty()
                    || address.ip().equals("*")
                    || address.ip().equals(target.ip);
            if (!isPort || !isIp) {
                return 0;
            }
            int ofIp = address.ip().equals("*") ? 0 : 1;
            if (host.isEmpty()) {
                return 2 + ofIp;
            } else if (wanted.isEmpty()) {
                return target.port.isEmpty() ? 0 : 2;
            }
            return (host.equals(wanted) ? 8 : 6) + ofIp;
        }
    }

    private Match named(String name) {
        return new Match(found.computeIfAbsent(name, SitePlaces::unknown), "");
    }

    private static Match one(List<SitePlaces> sites, String what, Collection<String> servers) {
        if (sites.isEmpty()) {
            return new Match(null, what + " is in no PATH");
        }
        List<SitePlaces> hinted = sites.size() == 1
                ? sites
                : sites.stream()
                        .filter(s -> servers.stream().anyMatch(s.server()::equalsIgnoreCase))
                        .toList();
        return hinted.size() == 1
                ? new Match(hinted.get(0), "")
                : new Match(null, what + " is in several PATHs: a folder named after the server tells which");
    }
}
