package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One server, path by path: what Windows authentication is there, and what the rules find. Not changed once it is made. */
final class Survey {

    /** What it takes to name a binding for an application, in the account of both. */
    private static final long NAME = 40;

    /** What it takes to compare two applications. */
    private static final long NEIGHBOUR = 2;

    private final Map<String, Situation> situations = new LinkedHashMap<>();
    private final List<Situation> belowServer = new ArrayList<>();
    private final Map<String, Map<String, Severity>> findings = new TreeMap<>();

    /** The paths of each application, by its path; those that belong to none by an empty one. */
    private final Map<String, List<Situation>> applications = new HashMap<>();

    /** The same, made when they are asked for. */
    private final Map<String, PathsBelow<Situation>> paths = new ConcurrentHashMap<>();

    /** By site the roots of applications at which somebody decrypts service tickets: their places among the paths. */
    private final Map<String, List<Integer>> ticketed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** The sites of these, by the host names that clients reach them under. */
    private final Map<String, Set<String>> sitesByHostName = new HashMap<>();

    /** The rules of which nothing is known, as they were stopped. */
    private final Map<String, Coverage.Unreadable> stopped = new LinkedHashMap<>();

    private final Budget budget;

    private Survey(Budget budget) {
        this.budget = budget;
    }

    static Survey of(ServerConfiguration server, Knowledge knowledge) {
        Survey survey = new Survey(server.budget());
        Map<String, Application> applications = new LinkedHashMap<>();
        for (Application application : Application.of(server)) {
            survey.budget.step(Use.NEIGHBOURS, NAME * application.bindings().size());
            applications.put(key(application.path()), application);
        }
        Checker checker = new Checker(knowledge.verdicts(), server);
        server.forEachScope(scope -> {
            Optional<Application> application = nearest(applications, scope.path());
            survey.add(Situation.of(scope, application, knowledge.tickets(scope, application)));
            checker.check(scope);
        });
        server.writtenFiles().forEach(checker::check);
        checker.findings().forEach(survey::add);
        checker.stopped().forEach(it -> survey.stopped.put(it.rule(), new Coverage.Unreadable(it.file(), it.reason())));
        return survey;
    }

    private void add(Situation situation) {
        situations.put(key(situation.path()), situation);
        if (situation.path().isEmpty()) {
            return;
        }
        int place = belowServer.size();
        belowServer.add(situation);
        applications
                .computeIfAbsent(applicationPath(situation), k -> new ArrayList<>())
                .add(situation);
        if (situation.isApplication() && situation.account().isPresent()) {
            ticketed.computeIfAbsent(situation.site(), k -> new ArrayList<>()).add(place);
            for (String name : hostNames(situation)) {
                sitesByHostName
                        .computeIfAbsent(name, k -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                        .add(situation.site());
            }
        }
    }

    private static String applicationPath(Situation situation) {
        return situation.application().map(Application::path).orElse("");
    }

    private static Set<String> hostNames(Situation situation) {
        return situation.application().map(Spns::hostNames).orElse(Set.of());
    }

    private void add(Finding finding) {
        for (String path : finding.paths()) {
            findings.computeIfAbsent(key(path), k -> new TreeMap<>())
                    .merge(finding.rule().id(), finding.severity(), (a, b) -> a.isAtLeast(b) ? a : b);
        }
    }

    /** What is known by the key of a path, or of the nearest path above it. */
    static <T> Optional<T> nearest(Map<String, T> known, String path) {
        String key = key(path);
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
            T found = known.get(key.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** A path as it is looked up, for case does not count. */
    static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** All paths but the server level, parents before children. */
    List<Situation> situations() {
        return Collections.unmodifiableList(belowServer);
    }

    /** One path, ignoring case. */
    Optional<Situation> at(String path) {
        return Optional.ofNullable(situations.get(key(path)));
    }

    /**
     * The paths of the application that a path belongs to, from that path on down; without those of applications
     * below it.
     */
    List<Situation> within(Situation top) {
        PathsBelow<Situation> known = paths.computeIfAbsent(
                applicationPath(top),
                path -> new PathsBelow<>(applications.getOrDefault(path, List.of()), Situation::path));
        return known.at(top.path());
    }

    /**
     * The other applications that clients reach with Kerberos in the site of one, of this survey or another, or under one of its
     * host names.
     */
    List<Situation> neighbours(Situation application) {
        Set<String> sites = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sites.add(application.site());
        for (String name : hostNames(application)) {
            sites.addAll(sitesByHostName.getOrDefault(name, Set.of()));
        }
        List<Integer> places = new ArrayList<>();
        for (String site : sites) {
            places.addAll(ticketed.getOrDefault(site, List.of()));
        }
        budget.step(Use.NEIGHBOURS, NEIGHBOUR * places.size());
        places.sort(null);
        List<Situation> neighbours = new ArrayList<>();
        for (int place : places) {
            Situation other = belowServer.get(place);
            if (!other.path().equalsIgnoreCase(application.path())) {
                neighbours.add(other);
            }
        }
        return neighbours;
    }

    /** The rules that tell nothing here, as they take too many steps, and why. */
    Map<String, Coverage.Unreadable> stopped() {
        return stopped;
    }

    /** The rules that find something at a path, with the worst severity of each. */
    Map<String, Severity> findings(String path) {
        return findings.getOrDefault(key(path), Map.of());
    }

    /** Whether a path is another one or lies below it, ignoring case. */
    static boolean isAtOrBelow(String path, String ancestor) {
        String a = key(ancestor);
        return a.isEmpty() || key(path).equals(a) || key(path).startsWith(a + "/");
    }
}
