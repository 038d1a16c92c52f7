package io.github.iisaudit.cli;

import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Severity;
import java.util.Locale;
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

    /** As it is typed. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many findings do not make the program fail that would if nothing were said. */
    int passed(Report report) {
        int passed = 0;
        for (Severity severity : Severity.values()) {
            boolean isPassed = severity.isAtLeast(Severity.WARNING) && (least == null || !severity.isAtLeast(least));
            passed += isPassed ? report.count(severity) : 0;
        }
        return passed;
    }

    boolean isMetBy(Report report) {
        return least != null && report.has(least);
    }
}
