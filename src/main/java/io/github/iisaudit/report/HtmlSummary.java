package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a page begins with, counted while the findings are visited once. Keeps none but the first ones of each rule. */
final class HtmlSummary {

    /** More places than this are not told apart; those that came first are. */
    private static final int PLACES = 50_000;

    /** How many findings of a rule can be read without the script. */
    private static final int SHOWN = 25;

    /** The findings of one rule. */
    static final class OfRule {
        final Rule rule;
        final int[] counts = new int[Severity.values().length];
        final RuleGroup group = new RuleGroup(SHOWN);

        OfRule(Rule rule) {
            this.rule = rule;
        }
    }

    /** What one change would mend. */
    static final class Cause {
        final Finding first;
        int applications;
        int servers;
        private String server = "";

        Cause(Finding first) {
            this.first = first;
        }

        void add(Finding finding) {
            applications += finding.paths().size();
            servers += finding.server().equals(server) ? 0 : 1;
            server = finding.server();
        }
    }

    private record Change(String rule, String file, String anchor) {}

    private final Map<String, OfRule> rules = new TreeMap<>();
    private final Map<String, int[]> servers = new TreeMap<>();
    private final Map<Change, Cause> causes = new HashMap<>();

    void add(Finding finding) {
        OfRule rule = rules.computeIfAbsent(finding.rule().id(), id -> new OfRule(finding.rule()));
        rule.counts[finding.severity().ordinal()]++;
        rule.group.add(finding);
        int[] ofServer = servers.computeIfAbsent(finding.server(), s -> new int[Severity.values().length]);
        ofServer[finding.severity().ordinal()]++;
        Change change = new Change(finding.rule().id(), finding.place().file(), finding.anchor());
        Cause cause = causes.get(change);
        if (cause == null && causes.size() < PLACES) {
            cause = new Cause(finding);
            causes.put(change, cause);
        }
        if (cause != null) {
            cause.add(finding);
        }
    }

    /** The rules that found something, the worst and the most frequent first. */
    List<OfRule> rules() {
        List<OfRule> all = new ArrayList<>(rules.values());
        all.sort((a, b) -> {
            for (int i = 0; i < a.counts.length; i++) {
                if (a.counts[i] != b.counts[i]) {
                    return Integer.compare(b.counts[i], a.counts[i]);
                }
            }
            return a.rule.id().compareTo(b.rule.id());
        });
        return all;
    }

    /** How many findings of each severity a server has. */
    int[] of(String server) {
        return servers.getOrDefault(server, new int[Severity.values().length]);
    }

    /** What would mend most applications, first. */
    List<Cause> causes(int most) {
        List<Cause> all = new ArrayList<>(causes.values());
        all.removeIf(cause -> cause.applications == 0);
        all.sort((a, b) -> {
            int order = Integer.compare(b.applications, a.applications);
            order = order != 0 ? order : a.first.severity().compareTo(b.first.severity());
            return order != 0 ? order : Finding.IN_REPORT.compare(a.first, b.first);
        });
        return all.subList(0, Math.min(most, all.size()));
    }
}
