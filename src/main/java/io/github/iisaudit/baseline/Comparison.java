package io.github.iisaudit.baseline;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Triage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A run held against a baseline. Each entry accounts for one finding of the same server, rule and place: first for one in the same
 * file; what is left then of a file that is gone, for one in a file of the same name elsewhere: the folder was moved. Of two equal
 * findings, one of which was accepted, one is new. A suppressed finding takes its entry up too, after all others.
 * Not safe for use by several threads.
 */
public final class Comparison implements Triage {

    private final Map<String, Accepted> accepted = new LinkedHashMap<>();
    private final Map<String, String> names;
    private final BiPredicate<String, String> files;
    private final List<Entry> found = new ArrayList<>();
    private final int size;
    private final boolean isOfAudited;
    private int matched;
    private int added;

    /**
     * Of a baseline and a run.
     *
     * @param servers the names of the servers that are audited
     * @param files whether a server has a file, as entries name it
     */
    public Comparison(Baseline baseline, Collection<String> servers, BiPredicate<String, String> files) {
        this.files = files;
        this.size = baseline.entries().size();
        this.isOfAudited = baseline.entries().stream().anyMatch(entry -> servers.contains(entry.server()));
        baseline.entries()
                .forEach(entry -> accepted.computeIfAbsent(entry.server(), s -> new Accepted())
                        .add(entry));
        servers.forEach(server -> accepted.computeIfAbsent(server, s -> new Accepted()));
        this.names = names(baseline, servers);
    }

    /**
     * The baseline's name of each audited server. A repository or a snapshot is named after its folder, which is another one on
     * another machine: where one server only is missing and one only has come, they are taken for the same.
     */
    private static Map<String, String> names(Baseline baseline, Collection<String> servers) {
        Set<String> missing = new TreeSet<>();
        baseline.entries().forEach(entry -> missing.add(entry.server()));
        Set<String> come = new TreeSet<>(servers);
        come.removeAll(missing);
        missing.removeAll(servers);
        Map<String, String> names = new TreeMap<>();
        servers.forEach(server -> names.put(server, server));
        if (missing.size() == 1 && come.size() == 1) {
            names.put(come.iterator().next(), missing.iterator().next());
        }
        return names;
    }

    @Override
    public Optional<Finding> judge(Finding finding) {
        return judge(List.of(finding)).stream().findFirst();
    }

    @Override
    public List<Finding> judge(List<Finding> findings) {
        List<Finding> active = findings.stream().filter(f -> !f.isSuppressed()).toList();
        Set<Finding> known = claim(active);
        matched += known.size()
                + claim(findings.stream().filter(Finding::isSuppressed).toList())
                        .size();
        active.forEach(finding -> found.add(entry(finding)));
        added += active.size() - known.size();
        return findings.stream()
                .map(f -> f.isSuppressed() ? f : f.as(known.contains(f) ? BaselineState.UNCHANGED : BaselineState.NEW))
                .toList();
    }

    /** Those findings of some that an entry accounts for. */
    private Set<Finding> claim(List<Finding> findings) {
        Set<Finding> known = Collections.newSetFromMap(new IdentityHashMap<>());
        findings.forEach(it -> accepted(it).take(entry(it)).ifPresent(taken -> known.add(it)));
        for (Finding finding : findings) {
            if (!known.contains(finding)) {
                accepted(finding)
                        .takeMoved(entry(finding), file -> files.test(finding.server(), file))
                        .ifPresent(taken -> known.add(finding));
            }
        }
        return known;
    }

    private Accepted accepted(Finding finding) {
        return of(entry(finding).server());
    }

    private Accepted of(String server) {
        return accepted.computeIfAbsent(server, s -> new Accepted());
    }

    private Entry entry(Finding finding) {
        return Entry.of(finding, names.getOrDefault(finding.server(), finding.server()));
    }

    /** Whether nothing was found in a server that is audited under the very name that it has in the baseline: its files may be gone. */
    public boolean isMended() {
        return isOfAudited && found.isEmpty();
    }

    /** How many findings the baseline has. */
    public int size() {
        return size;
    }

    /** How many of them were found again so far. */
    public int matched() {
        return matched;
    }

    /** How many findings are new so far. */
    public int added() {
        return added;
    }

    /**
     * The entries that no finding accounts for, under the servers' names of this run.
     *
     * @param isJudged whether the run could have found an entry: it audited the server and its file, by the same rule
     */
    public List<Entry> fixed(Predicate<Entry> isJudged) {
        List<Entry> fixed = new ArrayList<>();
        names.forEach((server, name) -> of(name).left().stream()
                .map(entry -> entry.on(server))
                .filter(isJudged)
                .forEach(fixed::add));
        return fixed;
    }

    /**
     * The baseline that accepts what was found. Entries that the run could not judge stay.
     *
     * @param version of the program
     * @param isJudged as for {@link #fixed}
     */
    public Baseline updated(String version, Predicate<Entry> isJudged) {
        Map<String, String> current = new TreeMap<>();
        names.forEach((server, name) -> current.put(name, server));
        List<Entry> entries = new ArrayList<>(found);
        accepted.forEach((name, left) -> left.left().stream()
                .filter(entry -> !current.containsKey(name) || !isJudged.test(entry.on(current.get(name))))
                .forEach(entries::add));
        return Baseline.of(version, entries);
    }
}
