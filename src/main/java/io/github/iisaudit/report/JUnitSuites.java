package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a report divides into suites of tests: JUnit wants their numbers before their content. */
final class JUnitSuites {

    private final List<Rule> rules;
    private final boolean isSettingsTold;
    private final List<Suite> servers = new ArrayList<>();
    private final Map<String, Suite> last = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    /** Some tests: findings that follow each other in the report, and files that were not audited. */
    static final class Suite {

        private final String name;
        private final List<Unreadable> unreadable = new ArrayList<>();
        private int passed;
        private int failures;
        private int skipped;

        Suite(String name) {
            this.name = name;
        }

        /** The one skipped test that tells what the settings left out. */
        static Suite ofSettings() {
            Suite suite = new Suite("iisaudit settings");
            suite.skipped++;
            return suite;
        }

        String name() {
            return name;
        }

        List<Unreadable> unreadable() {
            return unreadable;
        }

        int findings() {
            return failures + skipped;
        }

        int failures() {
            return failures;
        }

        int errors() {
            return unreadable.size();
        }

        int skipped() {
            return skipped;
        }

        int tests() {
            return passed + findings() + errors();
        }

        void pass() {
            passed++;
        }

        private void add(Suite other) {
            passed += other.passed;
            failures += other.failures;
            skipped += other.skipped;
            unreadable.addAll(other.unreadable);
        }
    }

    private JUnitSuites(Report report) {
        this.rules = report.rules();
        this.isSettingsTold = report.leftOut().isPresent();
        for (Finding finding : report.findings()) {
            Suite suite = of(finding.server());
            suite.failures += finding.isReported() ? 1 : 0;
            suite.skipped += finding.isReported() ? 0 : 1;
            broken.add(finding.rule().id());
        }
        for (Unreadable file : report.unreadable()) {
            last.computeIfAbsent(file.server(), this::begin).unreadable.add(file);
        }
    }

    static JUnitSuites of(Report report) {
        return new JUnitSuites(report);
    }

    /** The suite that the next finding is in: a server has more than one where its findings do not follow each other. */
    private Suite of(String server) {
        boolean goesOn =
                !servers.isEmpty() && servers.get(servers.size() - 1).name().equals(server);
        if (!goesOn) {
            last.put(server, begin(server));
        }
        return servers.get(servers.size() - 1);
    }

    private Suite begin(String server) {
        Suite suite = new Suite(server);
        servers.add(suite);
        return suite;
    }

    /** The suites of servers, in the order of their findings; those without any follow. */
    List<Suite> servers() {
        return servers;
    }

    /** The rules that found nothing. */
    List<Rule> passed() {
        return rules.stream().filter(rule -> !broken.contains(rule.id())).toList();
    }

    /** All tests together. */
    Suite total() {
        Suite total = new Suite("");
        servers.forEach(total::add);
        passed().forEach(rule -> total.pass());
        if (isSettingsTold) {
            total.add(Suite.ofSettings());
        }
        return total;
    }
}
