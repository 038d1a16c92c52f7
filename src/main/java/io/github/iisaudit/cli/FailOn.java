package io.github.iisaudit.cli;

import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Severity;

/** The least severity of findings that make the program fail. */
enum FailOn {
    ERROR,
    WARNING,
    NOTE,
    NEVER;

    boolean isMetBy(Report report) {
        return this != NEVER && report.has(Severity.valueOf(name()));
    }
}
