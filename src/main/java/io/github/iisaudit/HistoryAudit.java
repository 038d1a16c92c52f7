package io.github.iisaudit;

import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.history.At;
import io.github.iisaudit.history.History;
import io.github.iisaudit.history.Looked;
import io.github.iisaudit.history.Moment;
import io.github.iisaudit.history.ServerHistory;
import io.github.iisaudit.history.Terms;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.Timeline;
import io.github.iisaudit.source.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The audit of servers version after version: each is compared with the one before it, and held against the rules where it says
 * something else. Two versions are in memory. What cannot be read of one is told when it comes, and the server is compared with its
 * last version that could be.
 */
public final class HistoryAudit {

    private final Plan plan;
    private final Timeline timeline;
    private final Moment.Visit visit;
    private final Terms terms;
    private final ServerReader reader;
    private final Map<String, ServerHistory> servers = new LinkedHashMap<>();
    private final List<History.Unreadable> unreadable = new ArrayList<>();
    private final Map<String, Throwable> faults = new LinkedHashMap<>();
    private Set<List<String>> before = Set.of();

    /**
     * What came of it.
     *
     * @param faults what the program stumbled over, by server and version
     * @param isComplete whether all versions had their turn
     */
    public record Result(History history, Map<String, Throwable> faults, boolean isComplete) {}

    private HistoryAudit(Plan plan, Predicate<String> isWanted, Timeline timeline) {
        this.plan = plan;
        this.timeline = timeline;
        this.visit = new Moment.Visit(new Looked(plan.rules()), isWanted, this::goOn);
        this.terms = new Terms(new Verdicts(plan.rules()), plan.known(), plan.triage());
        this.reader = new ServerReader(2, plan.witness());
    }

    /**
     * Audits timelines.
     *
     * @param plan its progress counts versions
     * @param isWanted which configuration paths are looked at
     * @param published what is deployed of a source
     */
    public static Result run(
            List<Timeline> timelines, Plan plan, Predicate<String> isWanted, UnaryOperator<ConfigSource> published) {
        plan.progress()
                .start(timelines.stream().mapToInt(it -> it.versions().size()).sum());
        List<History.Server> all = new ArrayList<>();
        List<History.Unreadable> unreadable = new ArrayList<>();
        Map<String, Throwable> faults = new LinkedHashMap<>();
        boolean isComplete = true;
        for (Timeline timeline : timelines) {
            HistoryAudit audit = new HistoryAudit(plan, isWanted, timeline);
            isComplete = isComplete && audit.isFollowed(published);
            audit.servers.values().forEach(server -> all.add(server.told()));
            unreadable.addAll(audit.unreadable);
            faults.putAll(audit.faults);
        }
        plan.progress().end();
        return new Result(new History(all, unreadable, List.of()), faults, isComplete);
    }

    private boolean isFollowed(UnaryOperator<ConfigSource> published) {
        try {
            for (Version version : timeline.versions()) {
                goOn();
                read(version, published);
                plan.progress().done(1, 0);
            }
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private void goOn() {
        if (plan.progress().isCancelled()) {
            throw new CancellationException();
        }
    }

    private void read(Version version, UnaryOperator<ConfigSource> published) {
        At at = new At(version.id(), version.time(), version.subject());
        boolean isFirst = servers.isEmpty();
        Set<String> met = new LinkedHashSet<>();
        Set<List<String>> lacking = new LinkedHashSet<>();
        try {
            for (ConfigSource source : version.files().open()) {
                met.add(source.name());
                take(published.apply(source), at, isFirst, lacking);
            }
        } catch (SourceException e) {
            lack("", at, new Coverage.Unreadable("", String.valueOf(e.getMessage())));
            return;
        }
        before = lacking;
        servers.forEach((name, server) -> {
            if (!met.contains(name)) {
                server.end(at);
            }
        });
    }

    /** A fault of the program concerns this version only. */
    private void take(ConfigSource source, At at, boolean isFirst, Set<List<String>> lacking) {
        String reason;
        try {
            reason = EnoughMemory.once(() -> audit(source, at, isFirst, lacking));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            faults.put(source.name() + " " + at.id(), e);
            reason = "internal error: " + e;
        }
        if (!reason.isEmpty()) {
            lack(source.name(), at, new Coverage.Unreadable("", reason));
        }
        source.close();
    }

    private void audit(ConfigSource source, At at, boolean isFirst, Set<List<String>> lacking) {
        ServerConfiguration server = reader.read(source, new Budget());
        ServerHistory history = servers.get(source.name());
        Moment last = history == null ? null : history.last();
        Moment moment = last == null ? Moment.first(server, visit) : last.next(server, visit);
        boolean isBroken = false;
        for (Coverage.Unreadable file : server.coverage().unreadable()) {
            List<String> known = List.of(source.name(), file.file(), file.reason());
            lacking.add(known);
            if (!before.contains(known)) {
                lack(source.name(), at, file);
            }
            isBroken |= file.file().equals(host(source.applicationHost()));
        }
        if (!isBroken) {
            servers.computeIfAbsent(source.name(), name -> begun(name, isFirst)).add(at, moment);
        }
    }

    private ServerHistory begun(String name, boolean isFirst) {
        ServerHistory.Kept kept = new ServerHistory.Kept(timeline.kind().id(), timeline.root(), !isFirst);
        return new ServerHistory(name, kept, terms);
    }

    private void lack(String server, At at, Coverage.Unreadable file) {
        unreadable.add(new History.Unreadable(server, at.id(), file.file(), file.reason()));
    }

    private static String host(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            return found.file().path();
        }
        return lookup instanceof Lookup.Unavailable missing ? missing.path() : "";
    }
}
