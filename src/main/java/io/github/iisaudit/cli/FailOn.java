package io.github.iisaudit.cli;

import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Severity;
import org.jspecify.annotations.Nullable;

/** The least severity of findings that make the program fail. */
enum FailOn {
    ERROR(Severity.ERROR),
    WARNING(Severity.WARNING),
    NOTE(Severity.NOTE),
    NEVER(null);

    private final @Nullable Severity least;

    FailOn(@Nullable Severity least) {
        this.least = least;
    }

    boolean isMetBy(Report report) {
        return least != null && report.has(least);
    }
}
