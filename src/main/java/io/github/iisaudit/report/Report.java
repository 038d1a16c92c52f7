package io.github.iisaudit.report;

import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one run found out. Immutable as long as its lists are.
 *
 * @param rules the rules that ran, by id
 * @param findings in the order server, file, line, column, rule; those too that do not count
 * @param fixed what the baseline has and the run has not
 * @param unreadable files that could not be read or parsed, in the order server, file
 * @param notices what else limits the answer, a sentence each ("WEB02: 14 web.config folders were not collected")
 * @param drift sites of one name that differ from server to server
 * @param servers how many servers were audited
 * @param files how many of their files were read
 * @param scopes how many configuration paths were checked
 * @param folder where the roots of servers, as typed, begin
 * @param settings what the settings have made of it; empty where there are none
 * @param audited the servers with their applications, in order of their names
 */
public record Report(
        List<Rule> rules,
        Findings findings,
        List<Fixed> fixed,
        List<Unreadable> unreadable,
        List<String> notices,
        List<Drift.Site> drift,
        int servers,
        int files,
        int scopes,
        WorkFolder folder,
        Optional<LeftOut> settings,
        List<AuditedServer> audited) {

    /** Of a run in a folder of which nothing is known. */
    public Report(
            List<Rule> rules,
            Findings findings,
            List<Fixed> fixed,
            List<Unreadable> unreadable,
            List<String> notices,
            List<Drift.Site> drift,
            int servers,
            int files,
            int scopes) {
        this(
                rules,
                findings,
                fixed,
                unreadable,
                notices,
                drift,
                servers,
                files,
                scopes,
                WorkFolder.UNKNOWN,
                Optional.empty(),
                List.of());
    }

    /**
     * A file that was not audited.
     *
     * @param server the name of the server
     * @param root the root of the server's files as typed on the command line
     * @param file relative to the root, with forward slashes
     * @param reason one line; begins with {@code line:column: } where there is a place
     */
    public record Unreadable(String server, String root, String file, String reason) {

        /** All in one line: the path as it would be typed, and the reason. */
        public String sentence() {
            return "not audited: " + root + (file.isEmpty() ? "" : "/" + file) + ": " + reason;
        }
    }

    /**
     * A finding of the baseline that is gone.
     *
     * @param rule the id of its rule
     * @param server the name of the server
     * @param file relative to the server's root, with forward slashes
     * @param what the place by names, as the baseline has it
     * @param fingerprint as the finding had it, or the first of those with the same rule, file name and place
     */
    public record Fixed(String rule, String server, String file, String what, String fingerprint) {}

    /** The same report with what is gone since the baseline, and more notices. */
    public Report with(List<Fixed> gone, List<String> more) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Report(
                rules, findings, gone, unreadable, all, drift, servers, files, scopes, folder, settings, audited);
    }

    /** The same report with what was not audited beside what is in it. */
    public Report refusing(List<Unreadable> more) {
        List<Unreadable> all = new ArrayList<>(more);
        all.addAll(unreadable);
        return new Report(
                rules, findings, fixed, all, notices, drift, servers, files, scopes, folder, settings, audited);
    }

    /** The same report with more notices. */
    public Report saying(List<String> more) {
        return with(fixed, more);
    }

    /** What no answer rests on: folders that were not collected and files that are no application's, a line each. */
    public List<String> unjudged() {
        List<String> all = new ArrayList<>();
        for (AuditedServer server : audited) {
            String of = audited.size() > 1 ? server.name() + ": " : "";
            server.unjudged().notCollected().forEach(folder -> all.add(of + "not collected: " + folder));
            server.unjudged()
                    .unassigned()
                    .forEach(file -> all.add(of + "belongs to no application: " + file.described()));
            server.unjudged().others().forEach(file -> all.add(of + file.described()));
        }
        return all;
    }

    /** Nothing was audited. */
    public static Report ofNothing(List<String> notices) {
        return new Report(List.of(), new Findings(), List.of(), List.of(), notices, List.of(), 0, 0, 0);
    }

    /** The same report of a run in a folder. */
    public Report in(WorkFolder where) {
        return new Report(
                rules, findings, fixed, unreadable, notices, drift, servers, files, scopes, where, settings, audited);
    }

    /** The same report told of some of the rules, and of what the settings have made of it. */
    public Report under(Optional<LeftOut> some, List<Rule> shown) {
        List<String> all = new ArrayList<>(notices);
        some.flatMap(LeftOut::sentence).ifPresent(all::add);
        return new Report(
                shown, findings, fixed, unreadable, all, drift, servers, files, scopes, folder, some, audited);
    }

    /** The same report with its servers. */
    public Report of(List<AuditedServer> all) {
        return new Report(
                rules, findings, fixed, unreadable, notices, drift, servers, files, scopes, folder, settings, all);
    }

    /** What the settings left out, where they left out something. */
    Optional<LeftOut> leftOut() {
        return settings.filter(it -> !it.parts().isEmpty());
    }

    /** The findings that count. */
    public Iterable<Finding> reported() {
        return findings.reported();
    }

    /** How many findings are suppressed. */
    public int suppressed() {
        return findings.suppressed();
    }

    /** How many findings do not count because the baseline has them. */
    public int known() {
        return findings.known();
    }

    /** Whether the run was compared with a baseline, as far as what it found can tell. */
    public boolean hasBaseline() {
        return findings.hasBaseline() || !fixed.isEmpty();
    }

    /** How many of the findings that count have exactly this severity. */
    public int count(Severity severity) {
        return findings.count(severity);
    }

    /** Whether a finding that counts is as bad as this, or worse. */
    public boolean has(Severity severity) {
        return findings.has(severity);
    }
}
