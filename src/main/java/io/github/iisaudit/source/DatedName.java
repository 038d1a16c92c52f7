package io.github.iisaudit.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with a date in it, which tells when the snapshot there was taken and, without the date, of which server:
 * {@code WEB01-2026-03-01}, {@code 2026-03-01/WEB01}, {@code WEB01/20260301T0615.zip}. A time without a zone is taken for UTC.
 *
 * @param key the path without the date, the same for all snapshots of one server
 * @param server what to call the server
 * @param time midnight where only the day is known
 */
record DatedName(String key, String server, Instant time) {

    private static final Pattern DATE = Pattern.compile("(?<!\\d)(20\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)"
            + "(?:[T _-]?(\\d\\d)[-:._]?(\\d\\d)(?:[-:._]?(\\d\\d))?Z?)?(?!\\d)");

    private static final Pattern ARCHIVE = Pattern.compile("(?i)(\\.(zip|tar\\.gz|tgz|tar))?!?$");
    private static final String BETWEEN = "[-_. @]+";

    /** Of the last part of a path that has a date; empty where none has. */
    static Optional<DatedName> of(String path) {
        List<String> steps = new ArrayList<>(Arrays.asList(path.split("/")));
        for (int i = steps.size() - 1; i >= 0; i--) {
            Matcher date = DATE.matcher(steps.get(i));
            Optional<Instant> time = date.find() ? time(date) : Optional.empty();
            if (time.isPresent()) {
                String rest = joined(steps.get(i).substring(0, date.start()), withoutKind(steps.get(i), date.end()));
                steps.set(i, rest);
                return Optional.of(new DatedName(String.join("/", steps), server(steps, i), time.get()));
            }
        }
        return Optional.empty();
    }

    private static String withoutKind(String step, int from) {
        return ARCHIVE.matcher(step.substring(from)).replaceFirst("");
    }

    private static String joined(String before, String after) {
        String left = before.replaceAll(BETWEEN + "$", "");
        String right = after.replaceAll("^" + BETWEEN, "");
        return left.isEmpty() || right.isEmpty() ? left + right : left + "-" + right;
    }

    /** What comes below the date is the server; else what stands beside it, or above. */
    private static String server(List<String> steps, int dated) {
        if (dated < steps.size() - 1) {
            return ARCHIVE.matcher(steps.get(steps.size() - 1)).replaceFirst("");
        }
        for (int i = dated; i >= 0; i--) {
            if (!steps.get(i).isBlank() && !steps.get(i).matches("\\.+")) {
                return steps.get(i);
            }
        }
        return "server";
    }

    private static Optional<Instant> time(Matcher date) {
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(date, 1),
                    number(date, 3),
                    number(date, 4),
                    number(date, 5),
                    number(date, 6),
                    number(date, 7));
            return Optional.of(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher date, int group) {
        return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
    }
}
