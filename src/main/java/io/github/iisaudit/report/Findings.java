package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.Iterator;
import java.util.List;

/**
 * The findings of a run, in the order of the report. They can be visited any number of times, and are counted without a visit.
 * Reporters visit them one by one and keep none, since there may be more than memory holds.
 */
public final class Findings implements Iterable<Finding> {

    private final List<Finding> all;
    private final int[] counts = new int[Severity.values().length];
    private int suppressed;
    private int known;

    private Findings(List<Finding> all) {
        this.all = all;
        all.forEach(this::count);
    }

    /** Findings in the order of the report. */
    public static Findings of(List<Finding> findings) {
        return new Findings(List.copyOf(findings));
    }

    private void count(Finding finding) {
        if (finding.isSuppressed()) {
            suppressed++;
        } else if (!finding.isReported()) {
            known++;
        } else {
            counts[finding.severity().ordinal()]++;
        }
    }

    @Override
    public Iterator<Finding> iterator() {
        return all.iterator();
    }

    /** Those that count. */
    Iterable<Finding> reported() {
        return () -> all.stream().filter(Finding::isReported).iterator();
    }

    /** How many there are, those too that do not count. */
    public int size() {
        return all.size();
    }

    int suppressed() {
        return suppressed;
    }

    int known() {
        return known;
    }

    int count(Severity severity) {
        return counts[severity.ordinal()];
    }

    boolean has(Severity least) {
        for (Severity severity : Severity.values()) {
            if (severity.isAtLeast(least) && count(severity) > 0) {
                return true;
            }
        }
        return false;
    }
}
