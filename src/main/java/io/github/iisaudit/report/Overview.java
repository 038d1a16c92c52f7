package io.github.iisaudit.report;

import io.github.iisaudit.whatif.Standing;
import io.github.iisaudit.whatif.Standing.Chance;
import io.github.iisaudit.whatif.Standing.Windows;
import io.github.iisaudit.whatif.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many applications stand how before the two questions. Filled server by server; not safe for use by several threads. */
final class Overview {

    // No maps for enumerations: Java sets up reflection for the first of them.
    private final Map<Chance, Integer> chances = new TreeMap<>();
    private final Map<Chance, Integer> servers = new TreeMap<>();
    private final Map<Verdict, Integer> verdicts = new TreeMap<>();
    private int applications;
    private int folders;
    private int on;
    private int offAlready;

    static Overview of(AuditedServer server) {
        Overview overview = new Overview();
        overview.add(server);
        return overview;
    }

    static Overview of(List<AuditedServer> servers) {
        Overview overview = new Overview();
        servers.forEach(overview::add);
        return overview;
    }

    private void add(AuditedServer server) {
        Map<Chance, Integer> here = new TreeMap<>();
        for (Standing standing : server.applications()) {
            applications += standing.isFolder() ? 0 : 1;
            folders += standing.isFolder() ? 1 : 0;
            on += standing.windows() == Windows.ON ? 1 : 0;
            here.merge(standing.preauthentication(), 1, Integer::sum);
            if (standing.windows() == Windows.ON && !standing.kernelMode()) {
                offAlready++;
            } else if (standing.windows() != Windows.OFF) {
                verdicts.merge(standing.off(), 1, Integer::sum);
            }
        }
        here.forEach((chance, count) -> {
            chances.merge(chance, count, Integer::sum);
            servers.merge(chance, 1, Integer::sum);
        });
    }

    int applications() {
        return applications;
    }

    /** At how many it is on, or not known to be off. */
    int concerned() {
        return on + count(Chance.UNKNOWN);
    }

    int count(Chance chance) {
        return chances.getOrDefault(chance, 0);
    }

    /** Of those at which kernel mode is on or nothing is known. */
    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** {@code 11 applications, Windows authentication on at 10}. */
    String extent() {
        String own = folders == 1 ? " with settings of its own" : " with settings of their own";
        String and = folders == 0 ? "" : " and " + Plural.of(folders, "folder") + own;
        return Plural.of(applications, "application") + and + ", Windows authentication on at " + on;
    }

    /** {@code 5 yes, 1 unlikely, 4 no}. */
    String chances(boolean isFleet) {
        List<String> parts = new ArrayList<>();
        for (Chance chance : Chance.values()) {
            if (count(chance) > 0) {
                boolean isCounted = isFleet && chance == Chance.YES;
                String where = isCounted ? " on " + Plural.of(servers.getOrDefault(chance, 0), "server") : "";
                parts.add(count(chance) + " " + chance.id() + where);
            }
        }
        return parts.isEmpty() ? "no application" : String.join(", ", parts);
    }

    /** {@code 1 spn-move-needed, 4 performance-only; off already at 4}. */
    String verdicts() {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.RISKY_FIRST) {
            if (count(verdict) > 0) {
                parts.add(count(verdict) + " " + verdict.id());
            }
        }
        String counted = String.join(", ", parts);
        String already = offAlready == 0 ? "" : "off already at " + offAlready;
        if (counted.isEmpty()) {
            return already.isEmpty() ? "nowhere on" : already;
        }
        return already.isEmpty() ? counted : counted + "; " + already;
    }
}
