package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.kerberos.WindowsLogon;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.whatif.Judge.Evidence;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the question that is asked most: what if kernel mode is turned off at every application. It follows from what a visit
 * of the paths sees, as the change reaches every path that has no word of its own; rules are not asked. Not thread-safe.
 */
final class KernelModeOff {

    private static final RuleChanges NO_RULES = new RuleChanges(Map.of(), Map.of());

    /** What the rule with this name says of a named user who decrypts service tickets out of kernel mode. */
    private static final RuleChanges OF_USER =
            new RuleChanges(Map.of("kernel-mode-off-kerberos-risk", Severity.WARNING), Map.of());

    /** The change itself, of which only reasons speak, and nobody reads those. */
    private static final Change UNTOLD = new Change(Map.of(), Optional.empty());

    private static final Neighbours NONE = new Neighbours(List.of(), List.of());

    private final Accounts accounts;
    private final Map<String, Visited> visited = new LinkedHashMap<>();

    KernelModeOff(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What was seen of a path.
     *
     * @param isFixed whether a web.config has the last word on kernel mode there
     * @param isAskedFor whether IIS asks for a Windows logon there; found out only where the pool's user decrypts service tickets
     */
    private record Visited(
            Scope.Kind kind,
            WindowsAuthentication values,
            Optional<ApplicationPool> pool,
            List<Missing> missing,
            boolean isFixed,
            boolean isAskedFor) {

        WindowsAuthentication after() {
            return isFixed ? values : values.outOfKernel();
        }
    }

    /** Takes note of a path at which Windows authentication is on. */
    void visit(Scope scope, WindowsAuthentication values) {
        boolean isFixed = values.kernelMode()
                && scope.isSaidBelowHost(WindowsAuthentication.SECTION, WindowsAuthentication.KERNEL_MODE);
        visited.put(
                scope.path(),
                new Visited(
                        scope.kind(),
                        values,
                        scope.pool(),
                        values.kernelMode() ? scope.missing(WindowsAuthentication.SECTION) : List.of(),
                        isFixed,
                        isUserOf(values, scope) && WindowsLogon.isAskedFor(scope)));
    }

    private static boolean isUserOf(WindowsAuthentication values, Scope scope) {
        return values.poolCredentials()
                && scope.pool().filter(ApplicationPool::isSpecificUser).isPresent();
    }

    /** Who decrypts service tickets at a path now; empty where nobody does or it is not known. */
    String account(String path) {
        Visited here = visited.get(path);
        return here == null ? "" : accounts.shown(account(here, here.values));
    }

    private Optional<TicketAccount> account(Visited at, WindowsAuthentication values) {
        return values.offersKerberos() && at.pool.isPresent()
                ? TicketAccount.of(values, at.pool.get(), accounts.computer())
                : Optional.empty();
    }

    /**
     * The verdicts by path, once all paths were visited.
     *
     * @param applications those of the server
     */
    Map<String, Verdict> verdicts(List<Application> applications) {
        Map<String, Application> byPath = new HashMap<>();
        applications.forEach(it -> byPath.put(Survey.key(it.path()), it));
        Pairs pairs = new Pairs();
        visited.forEach((path, at) -> {
            Optional<Application> application = Survey.nearest(byPath, path);
            pairs.add(situation(path, at, at.values, application), situation(path, at, at.after(), application));
        });
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Pair pair : pairs.all) {
            RuleChanges rules = isUserWarned(visited.get(pair.before.path())) ? OF_USER : NO_RULES;
            Evidence evidence = new Evidence(pairs.neighbours(pair), rules, accounts);
            Judge judge = new Judge(UNTOLD, pair.before, pair.after, evidence);
            verdicts.put(pair.before.path(), judge.judge().verdict());
        }
        return verdicts;
    }

    private boolean isUserWarned(@Nullable Visited at) {
        return at != null
                && accounts.host() == Host.REAL
                && at.values.kernelMode()
                && at.values.offersKerberos()
                && !at.isFixed
                && at.isAskedFor
                && at.pool.filter(ApplicationPool::isSpecificUser).isPresent();
    }

    private Situation situation(
            String path, Visited at, WindowsAuthentication values, Optional<Application> application) {
        return new Situation(
                path,
                at.kind,
                application,
                Optional.of(values),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at.missing,
                account(at, values),
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    private record Pair(Situation before, Situation after) {}

    /** All paths, and by site those at which somebody decrypts service tickets. */
    private static final class Pairs {

        private final List<Pair> all = new ArrayList<>();
        private final Map<String, List<Pair>> bySite = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final Map<String, Set<String>> sitesByHost = new HashMap<>();
        private final Map<Set<String>, List<Pair>> groups = new HashMap<>();

        void add(Situation before, Situation after) {
            Pair pair = new Pair(before, after);
            all.add(pair);
            if (before.isApplication() && before.account().isPresent()) {
                bySite.computeIfAbsent(before.site(), s -> new ArrayList<>()).add(pair);
                for (String host : hosts(before)) {
                    sitesByHost
                            .computeIfAbsent(host, h -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                            .add(before.site());
                }
            }
        }

        private static Set<String> hosts(Situation situation) {
            return situation.application().map(Spns::hostNames).orElse(Set.of());
        }

        /** The others under the same names; looked for only where tickets move, as nothing else depends on them. */
        Neighbours neighbours(Pair pair) {
            boolean isMoved =
                    pair.before.account().isPresent() && !Accounts.isSame(pair.before.account(), pair.after.account());
            if (!isMoved) {
                return NONE;
            }
            Set<String> sites = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            sites.add(pair.before.site());
            hosts(pair.before).forEach(host -> sites.addAll(sitesByHost.getOrDefault(host, Set.of())));
            List<Pair> group = groups.computeIfAbsent(sites, this::of);
            return new Neighbours(new Others(group, pair, false), new Others(group, pair, true));
        }

        private List<Pair> of(Set<String> sites) {
            List<Pair> group = new ArrayList<>();
            sites.forEach(site -> group.addAll(bySite.getOrDefault(site, List.of())));
            return group;
        }
    }

    /** One side of a group without one of its pairs; many share the group. */
    private static final class Others extends AbstractList<Situation> {

        private final List<Pair> group;
        private final int without;
        private final boolean isAfter;

        Others(List<Pair> group, Pair pair, boolean isAfter) {
            int place = 0;
            while (place < group.size() && group.get(place) != pair) {
                place++;
            }
            this.group = group;
            this.without = place;
            this.isAfter = isAfter;
        }

        @Override
        public Situation get(int index) {
            Pair pair = group.get(index < without ? index : index + 1);
            return isAfter ? pair.after : pair.before;
        }

        @Override
        public int size() {
            return without < group.size() ? group.size() - 1 : group.size();
        }
    }
}
