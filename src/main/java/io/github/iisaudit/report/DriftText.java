package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.fleet.Drift.Site;
import io.github.iisaudit.fleet.Drift.Variant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sites of one name that differ from server to server. */
final class DriftText {

    private static final int SITES = 10;
    private static final int NAMED = 5;

    private final List<Site> sites;
    private final Page page;

    DriftText(List<Site> sites, Page page) {
        this.sites = sites;
        this.page = page;
    }

    /** Writes nothing where none differs. */
    void tell() {
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
        return Few.named(Few.of(servers, NAMED));
    }
}
