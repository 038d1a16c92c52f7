package io.github.iisaudit;

import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.Budget.SpentException;
import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.Notice;
import io.github.iisaudit.config.OpenValues.OpenValue;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.config.Unjudged;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.NameClaims;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import io.github.iisaudit.rule.StoppedRules;
import io.github.iisaudit.rule.Suppressions;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.whatif.Standing;
import io.github.iisaudit.whatif.Standings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The audit of one server: its configuration is read, its paths come one after the other; each is held against the rules and
 * dropped.
 *
 * @param verdicts the rules in order of their ids, and what they found; shared by all servers
 * @param known the ids of all rules there are
 * @param isCancelled whether to stop
 * @param reader shared by all servers, so that what they have in common is parsed once
 * @param drift where all servers are compared
 * @param enough what gives a server the memory of all
 */
record ServerAudit(
        Verdicts verdicts,
        Collection<String> known,
        BooleanSupplier isCancelled,
        ServerReader reader,
        Drift drift,
        EnoughMemory enough) {

    /**
     * What one server brought.
     *
     * @param findings before any triage, in order
     * @param standings how its applications stand
     * @param unjudged what of it nothing rests on
     * @param transforms those that were met and not applied
     * @param isWhole whether all of the server had its turn before the audit was to stop
     * @param fault what the program stumbled over, so that the rest says nothing; or null
     */
    record Result(
            String name,
            String root,
            List<Finding> findings,
            List<Unreadable> unreadable,
            List<Notice> notices,
            Unjudged unjudged,
            List<String> transforms,
            Drift.OfServer settings,
            ServerClaims names,
            List<Standing> standings,
            int files,
            int scopes,
            boolean isWhole,
            @Nullable Throwable fault) {

        /** The same with other findings and more to tell. */
        Result with(List<Finding> others, List<Unreadable> missing, List<Notice> told) {
            return new Result(
                    name,
                    root,
                    others,
                    missing,
                    told,
                    unjudged,
                    transforms,
                    settings,
                    names,
                    standings,
                    files,
                    scopes,
                    isWhole,
                    fault);
        }
    }

    /**
     * Audits a server, or the part of it that comes before the audit is to stop. A fault of the program concerns this server only.
     */
    Result of(ConfigSource source) {
        try {
            return enough.give(
                    () -> read(source),
                    () -> {
                        source.close();
                        reader.forget();
                    },
                    reason -> nothing(source, reason, null));
        } catch (RuntimeException e) {
            return nothing(source, "internal error: " + e, e);
        }
    }

    private Result nothing(ConfigSource source, String reason, @Nullable Throwable fault) {
        Unreadable all = new Unreadable(source.name(), source.root(), "", reason);
        return new Result(
                source.name(),
                source.root(),
                List.of(),
                List.of(all),
                List.of(),
                Unjudged.NONE,
                List.of(),
                drift.ofServer(),
                ServerClaims.NONE,
                List.of(),
                0,
                0,
                true,
                fault);
    }

    /** Once as it is, and once for each reading of the placeholders in it. */
    private Result read(ConfigSource source) {
        List<OpenValue> open = new ArrayList<>();
        Budget budget = Budget.of(source);
        Result asItIs = audit(source, open, budget);
        if (open.isEmpty() || !asItIs.isWhole() || budget.isSpent()) {
            return asItIs;
        }
        Readings readings = new Readings(open);
        try {
            for (Map<String, String> values : readings.tried()) {
                readings.add(values, audit(source.with(values), new ArrayList<>(), budget));
                budget.check();
            }
            return readings.with(asItIs);
        } catch (SpentException e) {
            List<Unreadable> unreadable = new ArrayList<>(asItIs.unreadable());
            unreadable.add(new Unreadable(asItIs.name(), asItIs.root(), "", String.valueOf(e.getMessage())));
            return readings.with(asItIs.with(asItIs.findings(), unreadable, asItIs.notices()));
        }
    }

    /**
     * Once.
     *
     * @param open gets the placeholders of which it is not known what they become
     */
    private Result audit(ConfigSource source, List<OpenValue> open, Budget budget) {
        ServerConfiguration server = reader.read(source, budget);
        Suppressions suppressions = new Suppressions(known, source.deployment().isEmpty());
        Checker checker = new Checker(verdicts, suppressions, server);
        Drift.OfServer windows = drift.ofServer();
        NameClaims names = new NameClaims(server);
        Standings standings = new Standings(server, source.host());
        List<Unreadable> unreadable = new ArrayList<>();
        boolean isWhole = true;
        try {
            isWhole = isChecked(server, checker, scope -> {
                windows.visit(scope);
                names.visit(scope);
                standings.visit(scope);
            });
        } catch (SpentException e) {
            checker.stop();
            unreadable.add(new Unreadable(server.name(), server.root(), "", String.valueOf(e.getMessage())));
        }
        for (Coverage.Unreadable file : server.coverage().unreadable()) {
            unreadable.add(new Unreadable(server.name(), server.root(), file.file(), file.reason()));
        }
        List<Finding> findings = checker.findings();
        for (StoppedRules.Stopped rule : checker.stopped()) {
            unreadable.add(new Unreadable(server.name(), server.root(), rule.file(), rule.reason()));
        }
        unreadable.sort((a, b) -> a.file().compareTo(b.file()));
        open.addAll(server.openValues());
        List<String> transforms = source.transforms();
        Unjudged unjudged = server.coverage().unjudged();
        List<Notice> notices = server.coverage().notices(unjudged);
        source.close();
        return new Result(
                server.name(),
                server.root(),
                findings,
                unreadable,
                notices,
                unjudged,
                transforms,
                windows,
                ServerClaims.of(names, checker),
                standings.all(),
                server.coverage().files(),
                server.paths().size(),
                isWhole,
                null);
    }

    /** Whether all was checked before the audit is to stop. */
    private boolean isChecked(ServerConfiguration server, Checker checker, Consumer<Scope> onlooker) {
        try {
            server.forEachScope(scope -> {
                goOn();
                checker.check(scope);
                onlooker.accept(scope);
            });
            for (WrittenFile file : server.writtenFiles()) {
                goOn();
                checker.check(file);
            }
            checker.settle();
            return true;
        } catch (CancellationException e) {
            checker.stop();
            return false;
        }
    }

    private void goOn() {
        if (isCancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
