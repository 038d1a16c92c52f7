package io.github.iisaudit;

import io.github.iisaudit.ServerAudit.Result;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.config.Witness;
import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.fleet.Notices;
import io.github.iisaudit.report.AuditedServer;
import io.github.iisaudit.report.Findings;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Gathering;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.SharedNames;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Opened;
import io.github.iisaudit.source.ServerFiles;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The whole flow, from configuration files to a report: a source is read into a server's configuration, whose paths are held
 * against the rules ({@link ServerAudit}); what the rules find goes through the triage into the report, server by server in the
 * order of their names, however many of them are at work at the same time. What cannot be read is in the report too.
 */
public final class Audit {

    /**
     * What is audited with, and how.
     *
     * @param rules in order of their ids
     * @param known the ids of all rules there are, so that a comment may name one that does not run
     * @param triage what becomes of the findings
     * @param jobs how many servers are audited at the same time; at least 1
     * @param progress who waits for it
     * @param witness who knows more of paths than configuration says; null for nobody
     */
    public record Plan(
            List<Rule> rules,
            Collection<String> known,
            Triage triage,
            int jobs,
            Progress progress,
            @Nullable Witness witness) {

        /** What goes by the configuration alone. */
        public Plan(List<Rule> rules, Collection<String> known, Triage triage, int jobs, Progress progress) {
            this(rules, known, triage, jobs, progress, null);
        }

        /** One server after the other with these rules. */
        public static Plan of(List<Rule> rules) {
            return new Plan(rules, rules.stream().map(Rule::id).toList(), Triage.NONE, 1, Progress.NONE);
        }
    }

    /**
     * What came of it.
     *
     * @param faults what the program stumbled over, by server; the report calls these servers unreadable
     * @param isComplete whether all servers had their turn
     */
    public record Outcome(Report report, Map<String, Throwable> faults, boolean isComplete) implements AutoCloseable {

        /** The same with another report of the same findings. */
        public Outcome with(Report other) {
            return new Outcome(other, faults, isComplete);
        }

        /** Frees what the findings take outside memory. */
        @Override
        public void close() {
            report.findings().close();
        }
    }

    private final Plan plan;
    private final Findings findings = new Findings();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Notices notices = new Notices();
    private final Map<String, Throwable> faults = new TreeMap<>();
    private final Drift drift;
    private final List<AuditedServer> audited = new ArrayList<>();
    private final SharedNames names;
    private Environments environments = new Environments();
    private String inPart = "";
    private int servers;
    private int files;
    private int scopes;

    private Audit(Plan plan, Drift drift) {
        this.plan = plan;
        this.drift = drift;
        this.names = new SharedNames(plan.rules);
    }

    /**
     * Audits servers.
     *
     * @param sources servers of different names
     */
    public static Outcome run(List<ConfigSource> sources, Plan plan) {
        List<ConfigSource> sorted = new ArrayList<>(sources);
        sorted.sort((a, b) -> a.name().compareTo(b.name()));
        plan.progress.start(sorted.size());
        List<Turn> turns = Turn.of(sorted);
        ServerReader reader = new ServerReader(turns.size(), plan.witness);
        Audit audit = new Audit(plan, new Drift(sorted.size()));
        InOrder.Jobs jobs = new InOrder.Jobs(plan.jobs, plan.progress::isCancelled);
        ServerAudit server = new ServerAudit(
                new Verdicts(plan.rules), plan.known, jobs::isCancelled, reader, audit.drift, new EnoughMemory());
        InOrder.run(turns, turn -> new Taken(turn, server.of(turn.source())), jobs, audit::take);
        plan.progress.end();
        return audit.outcome(sorted.size());
    }

    /**
     * Audits what lies in memory: for programs that have servers from elsewhere. Values in, values out: nothing is kept between two
     * calls, nothing is read or written, and any number of threads may call it at the same time, each with a triage of its own. What
     * could not be opened is in the report. The same files, rules and name give the same report as the command line gives.
     *
     * @param options what else is known of them; {@link SourceOptions#DEFAULTS} is nothing
     * @throws SourceException where options do not fit each other
     */
    public static Outcome run(ServerFiles files, SourceOptions options, Plan plan) throws SourceException {
        Opened opened = Sources.of(files, options);
        Outcome found = run(opened.sources(), plan);
        return found.with(found.report().refusing(refused(opened)));
    }

    /** What was not even opened, as the report tells it. */
    public static List<Unreadable> refused(Opened opened) {
        List<Unreadable> unreadable = new ArrayList<>();
        opened.refused().forEach(it -> unreadable.add(new Unreadable("", ".", it.path(), it.reason())));
        return unreadable;
    }

    /** What came of one turn. */
    private record Taken(Turn turn, Result result) {}

    /** What becomes of a server in several environments is one result. */
    private void take(Taken taken) {
        if (taken.turn.environment().isEmpty()) {
            add(taken.result);
            return;
        }
        environments.add(taken.turn.environment(), taken.result);
        if (taken.turn.isLast() || !taken.result.isWhole()) {
            Result all = environments.result();
            environments = new Environments();
            add(all);
        }
    }

    private void add(Result result) {
        int before = findings.size();
        Gathering.of(plan.triage.judge(result.findings())).forEach(findings::add);
        for (Unreadable file : result.unreadable()) {
            if (plan.triage.isWanted(file.root(), file.file())) {
                unreadable.add(file);
            }
        }
        notices.add(result.name(), result.notices());
        if (result.fault() != null) {
            faults.put(result.name(), result.fault());
        }
        drift.add(result.name(), result.settings());
        names.add(result.names());
        audited.add(new AuditedServer(result.name(), result.root(), result.standings(), result.unjudged()));
        files += result.files();
        scopes += result.scopes();
        if (!result.isWhole()) {
            inPart = result.findings().isEmpty() ? "" : ", " + result.name() + " in part";
            throw new CancellationException();
        }
        servers++;
        plan.progress.done(result.files(), findings.size() - before);
    }

    private Outcome outcome(int wanted) {
        for (List<Finding> late : names.findings()) {
            findings.addLate(plan.triage.judge(late));
        }
        findings.addFirst(plan.triage.close());
        for (Triage.Unjudged server : plan.triage.unjudged()) {
            unreadable.add(new Unreadable(server.server(), server.root(), "", server.reason()));
        }
        List<String> told = notices.sentences(wanted > 1);
        told.addAll(plan.triage.notices());
        if (servers < wanted) {
            told.add("interrupted: " + servers + " of " + wanted + " servers were audited" + inPart);
        }
        Report report = new Report(
                        plan.rules, findings, List.of(), unreadable, told, drift.sites(), servers, files, scopes)
                .of(audited);
        return new Outcome(report, faults, servers == wanted);
    }
}
