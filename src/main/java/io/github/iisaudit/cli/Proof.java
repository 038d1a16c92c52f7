package io.github.iisaudit.cli;

import io.github.iisaudit.evidence.Examination;
import io.github.iisaudit.evidence.VerdictTriage;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Triage;
import java.util.List;

/**
 * What evidence makes of findings.
 *
 * @param unreadable what of it could not be read
 */
record Proof(Triage triage, List<Report.Unreadable> unreadable) {

    /** There is no evidence. */
    static final Proof NONE = new Proof(Triage.NONE, List.of());

    static Proof of(Examination examination) {
        return new Proof(
                new VerdictTriage(examination),
                examination.unreadable().stream()
                        .map(file -> new Report.Unreadable("", ".", file.file(), file.reason()))
                        .toList());
    }
}
