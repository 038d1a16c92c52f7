package io.github.iisaudit.whatif;

import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings that appear at the paths of an application, and those that go: the worst severity of each by rule. */
record RuleChanges(Map<String, Severity> gained, Map<String, Severity> lost) {

    static RuleChanges of(List<Situation> within, Survey before, Survey after) {
        Map<String, Severity> gained = new TreeMap<>();
        Map<String, Severity> lost = new TreeMap<>();
        for (Situation each : within) {
            addMissing(gained, after.findings(each.path()), before.findings(each.path()));
            addMissing(lost, before.findings(each.path()), after.findings(each.path()));
        }
        // What a rule would have found at one of the times is not known.
        for (Survey survey : List.of(before, after)) {
            gained.keySet().removeAll(survey.stopped().keySet());
            lost.keySet().removeAll(survey.stopped().keySet());
        }
        return new RuleChanges(gained, lost);
    }

    private static void addMissing(Map<String, Severity> to, Map<String, Severity> these, Map<String, Severity> those) {
        these.forEach((rule, severity) -> {
            if (!those.containsKey(rule)) {
                to.merge(rule, severity, (a, b) -> a.isAtLeast(b) ? a : b);
            }
        });
    }

    /** The rules of new findings of severity error. */
    List<String> newErrors() {
        return with(Severity.ERROR, gained);
    }

    /** The rules of new findings of severity warning. */
    List<String> newWarnings() {
        return with(Severity.WARNING, gained);
    }

    /** The rules of findings of severity error that go. */
    List<String> lostErrors() {
        return with(Severity.ERROR, lost);
    }

    private static List<String> with(Severity wanted, Map<String, Severity> findings) {
        List<String> rules = new ArrayList<>();
        findings.forEach((rule, severity) -> {
            if (severity == wanted) {
                rules.add(rule);
            }
        });
        return rules;
    }
}
