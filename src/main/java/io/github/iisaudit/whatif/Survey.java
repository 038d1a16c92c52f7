package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One server, path by path: what Windows authentication is there, and what the rules find. */
final class Survey {

    private final Map<String, Situation> situations = new LinkedHashMap<>();
    private final Map<String, Map<String, Severity>> findings = new TreeMap<>();

    private Survey() {}

    static Survey of(ServerConfiguration server, List<Rule> rules) {
        Survey survey = new Survey();
        Map<String, Application> applications = new LinkedHashMap<>();
        Application.of(server).forEach(a -> applications.put(key(a.path()), a));
        Checker checker = new Checker(rules, server.name(), server.root());
        server.forEachScope(scope -> {
            survey.situations.put(key(scope.path()), Situation.of(scope, nearest(applications, scope.path())));
            checker.check(scope);
        });
        server.writtenFiles().forEach(checker::check);
        checker.findings().forEach(survey::add);
        return survey;
    }

    private void add(Finding finding) {
        for (String path : finding.paths()) {
            findings.computeIfAbsent(key(path), k -> new TreeMap<>())
                    .merge(finding.rule().id(), finding.severity(), (a, b) -> a.isAtLeast(b) ? a : b);
        }
    }

    private static Optional<Application> nearest(Map<String, Application> applications, String path) {
        String key = key(path);
        for (int end = key.length(); end > 0; end = key.lastIndexOf('/', end - 1)) {
            Application found = applications.get(key.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** All paths but the server level, parents before children. */
    List<Situation> situations() {
        return situations.values().stream().filter(s -> !s.path().isEmpty()).toList();
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
        List<Situation> within = new ArrayList<>();
        for (Situation each : situations()) {
            boolean isSame = each.application()
                    .map(Application::path)
                    .equals(top.application().map(Application::path));
            if (isSame && isAtOrBelow(each.path(), top.path())) {
                within.add(each);
            }
        }
        return within;
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
