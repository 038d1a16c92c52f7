package io.github.iisaudit.report;

import io.github.iisaudit.config.Notice;
import io.github.iisaudit.fleet.Notices;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a report says of many servers without their findings. Servers, of different names, may be added in any order, and in any parts
 * that are put together later. Takes memory for each rule, not for each server. Not safe for use by several threads.
 */
public final class FleetSummary implements Serializable {

    /** How a server fared. */
    enum State {
        CLEAN,
        WITH_FINDINGS,
        NOT_FULLY_AUDITED
    }

    /**
     * What ails servers.
     *
     * @param severity the worst of its findings
     */
    record Cause(String rule, Severity severity, long servers, long findings) implements Serializable {

        Cause and(Cause other, long onServers) {
            Severity worst = severity.isAtLeast(other.severity) ? severity : other.severity;
            return new Cause(rule, worst, onServers, findings + other.findings);
        }
    }

    private final long[] states = new long[State.values().length];
    private final long[] bySeverity = new long[Severity.values().length];
    private final Map<String, Cause> causes = new TreeMap<>();
    private final Notices notices = new Notices();
    private long files;
    private long scopes;
    private long unreadable;
    private long suppressed;

    /**
     * Of one server.
     *
     * @param unread how many of its files could not be audited
     */
    public static FleetSummary ofServer(String server, List<Finding> findings, int unread, List<Notice> told) {
        FleetSummary summary = new FleetSummary();
        summary.count(findings);
        State found = summary.causes.isEmpty() ? State.CLEAN : State.WITH_FINDINGS;
        summary.states[(unread > 0 ? State.NOT_FULLY_AUDITED : found).ordinal()] = 1;
        summary.unreadable = unread;
        summary.notices.add(server, told);
        return summary;
    }

    /** Of findings that were made when all servers were known, on one server that is in another summary. */
    public static FleetSummary ofFindings(List<Finding> findings) {
        FleetSummary summary = new FleetSummary();
        summary.count(findings);
        return summary;
    }

    /** Of what was not even opened. */
    public static FleetSummary ofRefused(int refused) {
        FleetSummary summary = new FleetSummary();
        summary.unreadable = refused;
        return summary;
    }

    private void count(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.isSuppressed()) {
                suppressed++;
            } else if (finding.isReported()) {
                bySeverity[finding.severity().ordinal()]++;
                String rule = finding.rule().id();
                Cause one = new Cause(rule, finding.severity(), 1, 1);
                Cause known = causes.get(rule);
                causes.put(rule, known == null ? one : known.and(one, 1));
            }
        }
    }

    /** The same with what it took to audit the server. */
    public FleetSummary taking(int readFiles, int checkedScopes) {
        files += readFiles;
        scopes += checkedScopes;
        return this;
    }

    /** Adds what other servers brought, which stays as it is. */
    public FleetSummary add(FleetSummary others) {
        return add(others, false);
    }

    /** Adds more of the same server. */
    public FleetSummary addOfSame(FleetSummary more) {
        add(more, true);
        if (states[State.CLEAN.ordinal()] == 1 && !causes.isEmpty()) {
            states[State.CLEAN.ordinal()] = 0;
            states[State.WITH_FINDINGS.ordinal()] = 1;
        }
        return this;
    }

    private FleetSummary add(FleetSummary others, boolean isOfSame) {
        add(states, others.states);
        add(bySeverity, others.bySeverity);
        for (Cause other : others.causes.values()) {
            Cause known = causes.get(other.rule);
            long servers = known == null || isOfSame ? other.servers : known.servers + other.servers;
            causes.put(other.rule, known == null ? other : known.and(other, servers));
        }
        notices.add(others.notices);
        files += others.files;
        scopes += others.scopes;
        unreadable += others.unreadable;
        suppressed += others.suppressed;
        return this;
    }

    private static void add(long[] counts, long[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    /** How many servers were audited, as far as they could be. */
    public long servers() {
        return of(State.CLEAN) + of(State.WITH_FINDINGS) + of(State.NOT_FULLY_AUDITED);
    }

    /** How many findings there are, those too that do not count. */
    public long findings() {
        long all = suppressed;
        for (Severity severity : Severity.values()) {
            all += of(severity);
        }
        return all;
    }

    /** How many files and servers could not be audited. */
    public long unreadable() {
        return unreadable;
    }

    long of(State state) {
        return states[state.ordinal()];
    }

    long of(Severity severity) {
        return bySeverity[severity.ordinal()];
    }

    long files() {
        return files;
    }

    long scopes() {
        return scopes;
    }

    long suppressed() {
        return suppressed;
    }

    List<String> notices() {
        return notices.sentences(servers() > 1);
    }

    /** The gravest and then the most widespread first. */
    List<Cause> causes() {
        List<Cause> sorted = new ArrayList<>(causes.values());
        sorted.sort((a, b) -> {
            int order = a.severity.compareTo(b.severity);
            order = order != 0 ? order : Long.compare(b.servers, a.servers);
            order = order != 0 ? order : Long.compare(b.findings, a.findings);
            return order != 0 ? order : a.rule.compareTo(b.rule);
        });
        return sorted;
    }
}
