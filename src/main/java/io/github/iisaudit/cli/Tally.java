package io.github.iisaudit.cli;

import io.github.iisaudit.report.LeftOut;
import io.github.iisaudit.report.LeftOut.Effect;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Gathering;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.settings.Keys;
import io.github.iisaudit.settings.Settings;
import io.github.iisaudit.settings.SettingsTriage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of findings by the settings, key by key. Used by one thread. */
final class Tally {

    private final SettingsFile file;
    private final CheckArguments checks;
    private final Map<String, String> switchedOff;
    private final Map<Subject, Count> counts = new TreeMap<>();

    private record Subject(int order, String key, Effect effect) implements Comparable<Subject> {

        private static final List<String> ORDER = List.of(
                Keys.IGNORE,
                Keys.MIN_SEVERITY,
                Keys.SKIP_RULES,
                Keys.SEVERITY,
                Keys.SUPPRESSIONS,
                Keys.FAIL_ON,
                Keys.HOST,
                Keys.ENV,
                Keys.SERVERS,
                Keys.ENVIRONMENTS);

        static Subject of(String key, Effect effect) {
            return new Subject(ORDER.indexOf(key), key, effect);
        }

        @Override
        public int compareTo(Subject other) {
            return order == other.order ? effect.compareTo(other.effect) : Integer.compare(order, other.order);
        }
    }

    private static final class Count {
        private int findings;
        private int files;
        private final TreeSet<String> rules = new TreeSet<>();
    }

    /** @param switchedOff the keys that switch rules off, by the ids of these */
    Tally(SettingsFile file, CheckArguments checks, Map<String, String> switchedOff) {
        this.file = file;
        this.checks = checks;
        this.switchedOff = switchedOff;
    }

    /** Rules and those that are switched off, which run too so that it can be told what they would find. */
    List<Rule> withSwitchedOff(List<Rule> rules, RuleCatalogue catalogue) {
        if (switchedOff.isEmpty()) {
            return rules;
        }
        List<Rule> all = new ArrayList<>(rules);
        switchedOff.keySet().forEach(id -> catalogue.find(id).ifPresent(all::add));
        all.sort((a, b) -> a.id().compareTo(b.id()));
        return all;
    }

    /** Takes keys that decide what is audited, or by what it is judged. */
    void decide(List<String> keys) {
        for (String key : keys) {
            count(key, Effect.DECIDED);
        }
    }

    private Count count(String key, Effect effect) {
        return counts.computeIfAbsent(Subject.of(key, effect), s -> new Count());
    }

    /** What becomes of findings, by the settings, a baseline and what is typed. */
    Triage triage(List<Rule> running, Triage accepted, Console console) throws UsageException {
        Severity least = checks.least(file.settings());
        Triage severe = finding -> Optional.of(finding).filter(f -> f.severity().isAtLeast(least));
        boolean isStated = checks.least == null && file.settings().minSeverity().isPresent();
        Triage counted = isStated ? counting(Keys.MIN_SEVERITY, Effect.LEFT_OUT, severe) : severe;
        Triage stated = file.triage(running, console, this);
        for (String key : new TreeSet<>(switchedOff.values())) {
            stated = stated.then(withoutSwitchedOff(key));
        }
        Triage sure = finding -> Optional.of(finding).filter(f -> f.confidence().isAtLeast(checks.sure));
        Triage all = stated.then(accepted).then(counted);
        return checks.sure == Confidence.LOW ? all : all.then(sure);
    }

    /** A step of the triage that a key stands for: what counts before and not after is counted. */
    Triage counting(String key, Effect effect, Triage step) {
        Count count = count(key, effect);
        return new Counting(count, step, (finding, left) -> left == null || !left.isReported()) {
            @Override
            public boolean isWanted(String root, String file) {
                boolean isWanted = step.isWanted(root, file);
                count.files += isWanted ? 0 : 1;
                return isWanted;
            }
        };
    }

    /** Leaves out what rules find that the settings switch off: they run so that it can be told. */
    private Triage withoutSwitchedOff(String key) {
        Count count = count(key, Effect.LEFT_OUT);
        Triage step = finding -> Optional.of(finding)
                .filter(it -> !key.equals(switchedOff.get(it.rule().id())));
        return new Counting(count, step, (finding, left) -> {
            if (left == null) {
                count.rules.add(finding.rule().id());
            }
            return left == null;
        });
    }

    /** Counts the findings of rules that have a lower severity by the settings. */
    Triage lowered(List<Rule> own) {
        Map<String, Severity> lowered = new TreeMap<>();
        Map<String, Severity> stated = SettingsTriage.severities(file.settings());
        for (Rule rule : own) {
            Severity severity = stated.getOrDefault(rule.id(), rule.severity());
            if (!severity.isAtLeast(rule.severity())) {
                lowered.put(rule.id(), severity);
            }
        }
        return new Counting(
                count(Keys.SEVERITY, Effect.LOWERED),
                Triage.NONE,
                (finding, left) -> lowered.containsKey(finding.rule().id()));
    }

    /** Of a reported finding and what a step leaves of it, or null: whether it is to be counted. */
    private interface Concern extends BiPredicate<Finding, @Nullable Finding> {}

    /** A step of the triage that counts what concerns it, as the report would count that: once where it is said once. */
    private static class Counting implements Triage {

        private final Count count;
        private final Triage step;
        private final Concern concern;

        Counting(Count count, Triage step, Concern concern) {
            this.count = count;
            this.step = step;
            this.concern = concern;
        }

        @Override
        public Optional<Finding> judge(Finding finding) {
            return judge(List.of(finding)).stream().findFirst();
        }

        @Override
        public List<Finding> judge(List<Finding> findings) {
            List<Finding> left = new ArrayList<>();
            List<Finding> counted = new ArrayList<>();
            for (Finding finding : findings) {
                Finding judged = step.judge(finding).orElse(null);
                if (judged != null) {
                    left.add(judged);
                }
                if (finding.isReported() && concern.test(finding, judged)) {
                    counted.add(finding);
                }
            }
            count.findings += Gathering.of(counted).size();
            return left;
        }

        @Override
        public List<Finding> close() {
            return step.close();
        }
    }

    /** What came of it all; empty where there are no settings. */
    Optional<LeftOut> leftOut(Report report) {
        Optional<String> shown = file.shown();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        FailOn failOn = checks.failOn(file.settings());
        if (checks.failOn == null) {
            count(Keys.FAIL_ON, Effect.PASSED).findings = failOn.passed(report);
        }
        List<LeftOut.Part> parts = new ArrayList<>();
        counts.forEach((subject, count) -> {
            if (count.findings + count.files > 0 || subject.effect() == Effect.DECIDED) {
                parts.add(part(subject, count));
            }
        });
        return Optional.of(new LeftOut(
                shown.get(), failOn.id(), checks.least(file.settings()).id(), List.copyOf(parts)));
    }

    private LeftOut.Part part(Subject subject, Count count) {
        int line = 0;
        for (Settings.Entry entry : file.settings().entries()) {
            line = line == 0 && entry.top().equals(subject.key()) ? entry.line() : line;
        }
        return new LeftOut.Part(
                subject.key(), line, subject.effect(), count.findings, count.files, List.copyOf(count.rules));
    }
}
