package io.github.iisaudit.report;

import io.github.iisaudit.report.FindingBlock.RuleNumbers;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The findings of a run, in the order of the report. They can be visited any number of times, and are counted without a visit.
 * Reporters visit them one by one and keep none, since there may be more than memory holds: beyond some thousands they are kept
 * as bytes. Not safe for use by several threads.
 */
public final class Findings implements Iterable<Finding>, AutoCloseable {

    /** So many are kept as objects before any is written as bytes. */
    private static final int AS_OBJECTS = 4096;

    private final List<Finding> first = new ArrayList<>();
    private final List<Finding> late = new ArrayList<>();
    private final List<Finding> recent = new ArrayList<>();
    private final FindingBlocks blocks;
    private final RuleNumbers rules = new RuleNumbers();
    private final int[] counts = new int[Severity.values().length];
    private int size;
    private int suppressed;
    private int known;
    private boolean hasBaseline;

    /** None yet. */
    public Findings() {
        this(new FindingBlocks());
    }

    Findings(FindingBlocks blocks) {
        this.blocks = blocks;
    }

    /** Findings in the order of the report. */
    public static Findings of(List<Finding> findings) {
        Findings all = new Findings();
        findings.forEach(all::add);
        return all;
    }

    /** Adds the next one. */
    public void add(Finding finding) {
        if (recent.size() == AS_OBJECTS) {
            blocks.add(FindingBlock.write(recent, rules));
            recent.clear();
        }
        recent.add(finding);
        count(finding);
    }

    /** Adds what comes before all others. */
    public void addFirst(List<Finding> findings) {
        first.addAll(findings);
        findings.forEach(this::count);
    }

    /** Adds what was found after all others, in the order of the report: it comes where it belongs. */
    public void addLate(List<Finding> findings) {
        late.addAll(findings);
        findings.forEach(this::count);
    }

    private void count(Finding finding) {
        size++;
        hasBaseline |= finding.baseline() != BaselineState.NONE;
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
        return merged(new Visit(false), late);
    }

    /** Findings of the triage are those of no server, whose name comes before all others. */
    private Iterator<Finding> merged(Iterator<Finding> findings, List<Finding> between) {
        return between.isEmpty() ? findings : new InOrderOfReport(findings, between.iterator());
    }

    /** Those that count. */
    Iterable<Finding> reported() {
        return () -> merged(new Visit(true), reported(late));
    }

    /** How many there are, those too that do not count. */
    public int size() {
        return size;
    }

    int suppressed() {
        return suppressed;
    }

    int known() {
        return known;
    }

    /** Whether any was compared with a baseline. */
    boolean hasBaseline() {
        return hasBaseline;
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

    /** Frees what they take outside memory; they cannot be visited any more. */
    @Override
    public void close() {
        blocks.close();
    }

    /** One way through: what comes first, the blocks, then what is not in a block yet. */
    private final class Visit implements Iterator<Finding> {

        private final boolean isReportedOnly;
        private int block;
        private Iterator<Finding> inBlock = first.iterator();
        private List<Finding> next = List.of();

        Visit(boolean isReportedOnly) {
            this.isReportedOnly = isReportedOnly;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && (inBlock.hasNext() || block <= blocks.size())) {
                if (inBlock.hasNext()) {
                    Finding finding = inBlock.next();
                    next = isReportedOnly && !finding.isReported() ? List.of() : List.of(finding);
                } else {
                    inBlock = block < blocks.size()
                            ? FindingBlock.read(blocks.get(block), rules).iterator()
                            : recent.iterator();
                    block++;
                }
            }
            return !next.isEmpty();
        }

        @Override
        public Finding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Finding finding = next.get(0);
            next = List.of();
            return finding;
        }
    }

    private static List<Finding> reported(List<Finding> findings) {
        List<Finding> reported = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.isReported()) {
                reported.add(finding);
            }
        }
        return reported;
    }
}
