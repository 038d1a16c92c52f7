package io.github.iisaudit.cli;

import io.github.iisaudit.settings.Settings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Suppressions that will expire soon, told before they fail a run. */
final class Expiring {

    private static final int DAYS = 14;

    private Expiring() {}

    /** A line for each suppression of which fewer than fourteen days are left. */
    static List<String> soon(Settings settings, LocalDate today) {
        return settings.suppressions().stream()
                .flatMap(suppression -> suppression.expires().stream()
                        .filter(day -> isSoon(today, day.value()))
                        .map(day -> day.place() + ": the suppression of "
                                + suppression.rule().value() + " expires after " + day.value() + ", "
                                + left(today, day.value())))
                .toList();
    }

    private static boolean isSoon(LocalDate today, LocalDate last) {
        return !today.isAfter(last) && ChronoUnit.DAYS.between(today, last) < DAYS;
    }

    private static String left(LocalDate today, LocalDate last) {
        long days = ChronoUnit.DAYS.between(today, last);
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }
}
