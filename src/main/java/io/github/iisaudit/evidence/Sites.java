package io.github.iisaudit.evidence;

import io.github.iisaudit.config.Site;
import io.github.iisaudit.config.Site.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final List<SitePlaces> known;
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
        this.known = known;
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
        List<SitePlaces> sites = new ArrayList<>();
        for (SitePlaces each : known) {
            Site site = each.site();
            if (id.isEmpty() ? site.name().equalsIgnoreCase(name) : site.id().equals(id)) {
                sites.add(each);
            }
        }
        return one(sites, id.isEmpty() ? "the site that it names" : "site " + id, servers);
    }

    /** The site that answers at an address. */
    Match at(Target target) {
        if (isOpen && otherwise.isEmpty()) {
            return target.host.isEmpty()
                    ? new Match(null, "nothing names its site: --evidence-site NAME does")
                    : named(target.host.toLowerCase(Locale.ROOT));
        }
        List<SitePlaces> best = new ArrayList<>();
        int score = 0;
        for (SitePlaces each : known) {
            int own = each.site().addresses().stream()
                    .mapToInt(address -> score(address, target))
                    .max()
                    .orElse(0);
            if (own > score) {
                best.clear();
                score = own;
            }
            if (own > 0 && own == score) {
                best.add(each);
            }
        }
        if (best.isEmpty() && !otherwise.isEmpty()) {
            return named(otherwise, target.server);
        }
        return one(best, "what answers at the address", target.server);
    }

    /** How well an address fits, as HTTP.sys prefers them: 0 for not at all. */
    private static int score(Address address, Target target) {
        boolean isPort = target.port.isEmpty()
                || address.port().isEmpty()
                || address.port().equals(target.port);
        boolean isIp =
                target.ip.isEmpty() || address.ip().equals("*") || address.ip().equals(target.ip);
        if (!isPort || !isIp) {
            return 0;
        }
        int ofIp = address.ip().equals("*") ? 0 : 1;
        String host = address.host().toLowerCase(Locale.ROOT);
        String wanted = target.host.toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            return 2 + ofIp;
        } else if (wanted.isEmpty()) {
            return target.port.isEmpty() ? 0 : 2;
        } else if (host.equals(wanted)) {
            return 8 + ofIp;
        }
        return host.startsWith("*.") && wanted.endsWith(host.substring(1)) ? 6 + ofIp : 0;
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
