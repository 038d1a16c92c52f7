package io.github.iisaudit.history;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.rule.Verdicts;
import java.util.Collection;
import java.util.List;

/**
 * How all versions are judged.
 *
 * @param verdicts the rules, and what they found so far
 * @param known the ids of all rules there are
 * @param triage what becomes of findings
 */
public record Terms(Verdicts verdicts, Collection<String> known, Triage triage) {

    /** Those that count. */
    List<Finding> counted(List<Finding> findings) {
        return triage.judge(findings).stream().filter(Finding::isReported).toList();
    }
}
