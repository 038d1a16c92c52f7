package io.github.iisaudit;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.report.Findings;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Suppressions;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ConfigSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The whole flow, from configuration files to a report: a source is read into a server's configuration, whose paths come one
 * after the other; each is held against the rules and dropped. What cannot be read is in the report too.
 */
public final class Audit {

    private final List<Rule> rules;
    private final Collection<String> known;
    private final Triage triage;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private int servers;
    private int files;
    private int scopes;

    private Audit(List<Rule> rules, Collection<String> known, Triage triage) {
        this.rules = rules;
        this.known = known;
        this.triage = triage;
    }

    /**
     * Audits servers, one after the other.
     *
     * @param sources servers of different names
     * @param rules in order of their ids
     */
    public static Report run(List<ConfigSource> sources, List<Rule> rules) {
        return run(sources, rules, rules.stream().map(Rule::id).toList(), Triage.NONE);
    }

    /**
     * Audits servers, one after the other.
     *
     * @param sources servers of different names
     * @param rules in order of their ids
     * @param known the ids of all rules there are, so that a comment may name one that does not run
     * @param triage what becomes of the findings
     */
    public static Report run(List<ConfigSource> sources, List<Rule> rules, Collection<String> known, Triage triage) {
        Audit audit = new Audit(rules, known, triage);
        sources.stream()
                .sorted(Comparator.comparing(ConfigSource::name))
                .forEach(source -> audit.server(source, sources.size() > 1));
        audit.findings.addAll(0, triage.close());
        return new Report(
                rules,
                Findings.of(audit.findings),
                List.of(),
                audit.unreadable,
                audit.notices,
                audit.servers,
                audit.files,
                audit.scopes);
    }

    private void server(ConfigSource source, boolean isFleet) {
        ServerConfiguration server = ServerConfiguration.read(source);
        Suppressions suppressions = new Suppressions(known, source.deployment().isEmpty());
        Checker checker = new Checker(rules, suppressions, server.name(), server.root());
        server.forEachScope(scope -> {
            checker.check(scope);
            scopes++;
        });
        server.writtenFiles().forEach(checker::check);
        findings.addAll(triage.judge(checker.findings()));
        server.coverage().unreadable().stream()
                .map(file -> new Unreadable(server.name(), server.root(), file.file(), file.reason()))
                .sorted(Comparator.comparing(Unreadable::file))
                .forEach(unreadable::add);
        server.coverage().notices().forEach(notice -> notices.add(isFleet ? server.name() + ": " + notice : notice));
        files += server.coverage().files();
        servers++;
    }
}
