package io.github.iisaudit.report;

import io.github.iisaudit.fleet.Drift.Site;
import io.github.iisaudit.fleet.Drift.Variant;
import io.github.iisaudit.report.Report.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What many servers have in common, and where they differ. */
final class FleetSummary {

    private static final int CAUSES = 10;
    private static final int SITES = 10;
    private static final int NAMED = 5;

    private final Report report;
    private final Page page;

    FleetSummary(Report report, Page page) {
        this.report = report;
        this.page = page;
    }

    /**
     * @param groups the findings by rule
     * @param withFindings the names of the servers that have findings
     */
    void tell(Collection<RuleGroup> groups, Set<String> withFindings) {
        states(withFindings);
        causes(groups);
        drift();
    }

    private void states(Set<String> withFindings) {
        Set<String> incomplete = new TreeSet<>();
        report.unreadable().stream().map(Unreadable::server).forEach(incomplete::add);
        Set<String> audited = new TreeSet<>(withFindings);
        audited.removeAll(incomplete);
        int clean = report.servers() - audited.size() - incomplete.size();
        page.line("servers: " + clean + " clean, " + audited.size() + " with findings, " + incomplete.size()
                + " not fully audited");
    }

    private void causes(Collection<RuleGroup> groups) {
        List<RuleGroup> causes = new ArrayList<>(groups);
        causes.sort((a, b) -> {
            int order = Integer.compare(b.servers(), a.servers());
            order = order != 0 ? order : Integer.compare(b.size(), a.size());
            return order != 0
                    ? order
                    : a.worst().rule().id().compareTo(b.worst().rule().id());
        });
        if (causes.isEmpty()) {
            return;
        }
        page.line(causes.size() > CAUSES ? "the " + CAUSES + " most frequent causes" : "causes");
        causes.stream().limit(CAUSES).forEach(this::cause);
        page.gap();
    }

    private void cause(RuleGroup group) {
        String servers = Plural.of(group.servers(), "server");
        String count = Glyphs.pad(" ".repeat(Math.max(0, 12 - servers.length())) + servers, 12);
        page.line("  " + count + "  " + group.worst().rule().id() + " (" + group.size() + ")");
        String at = " ".repeat(16) + "such as ";
        String position =
                ":" + group.worst().place().line() + ":" + group.worst().place().column();
        int room = page.width() - at.length() - position.length();
        String server = ServerPrefix.of(group.worst(), room / 2);
        page.line(at + server + Paths.shorten(group.worst().place().file(), room - Glyphs.width(server)) + position);
    }

    private void drift() {
        List<Site> sites = report.drift();
        if (sites.isEmpty()) {
            return;
        }
        page.line("sites of one name whose Windows authentication differs from server to server");
        sites.stream().limit(SITES).forEach(this::site);
        if (sites.size() > SITES) {
            page.line("  and " + Plural.of(sites.size() - SITES, "more site") + ": --format json has them all");
        }
        page.gap();
    }

    /** The servers of the most common settings are counted; the others are named. */
    private void site(Site site) {
        page.wrapped("  ", site.name());
        Set<String> common = common(site);
        for (Variant variant : site.variants()) {
            String count = Plural.of(variant.servers().size(), "server");
            String start = "  " + " ".repeat(Math.max(0, 12 - count.length())) + count + "  ";
            boolean isMajority = variant == site.variants().get(0);
            String settings = variant.settings().parts().stream()
                    .filter(part -> !common.contains(part))
                    .collect(Collectors.joining(", "));
            page.wrapped(start, settings + (isMajority ? "" : ": " + names(variant.servers())));
        }
    }

    /** The settings that are the same wherever Windows authentication is on, and so say nothing here. */
    private static Set<String> common(Site site) {
        Set<String> common = new TreeSet<>();
        boolean isFirst = true;
        for (Variant variant : site.variants()) {
            List<String> parts = variant.settings().parts();
            List<String> values = parts.subList(1, parts.size());
            if (!values.isEmpty() && isFirst) {
                common.addAll(values);
                isFirst = false;
            } else if (!values.isEmpty()) {
                common.retainAll(values);
            }
        }
        return common;
    }

    private static String names(List<String> servers) {
        int named = servers.size() == NAMED + 1 ? servers.size() : Math.min(NAMED, servers.size());
        String names = String.join(", ", servers.subList(0, named));
        return named == servers.size() ? names : names + " and " + (servers.size() - named) + " more";
    }
}
