package io.github.iisaudit.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From when on changes are wanted: a date such as {@code 2026-03-01} or {@code 2026-03-01T06:15Z}, in UTC where it has no zone, or a
 * revision of the repository, after which they are.
 */
public record From(String text) {

    /** From a place on in a timeline; of a repository, the commits that are not in a revision. */
    Timeline of(Timeline timeline, Optional<Revision> head) throws SourceException {
        Optional<Instant> time = time();
        if (time.isPresent()) {
            return timeline.since(time.get());
        }
        if (head.isEmpty()) {
            throw new SourceException(
                    "--since " + text + ": " + timeline.root() + " has versions by date: give one such as 2026-03-01");
        }
        Set<String> after = head.get().after(new Since(text, false));
        List<Version> versions = timeline.versions();
        int first = 0;
        while (first < versions.size() && !after.contains(versions.get(first).id())) {
            first++;
        }
        return timeline.from(first);
    }

    private Optional<Instant> time() {
        List<Reading> readings = List.of(
                text -> OffsetDateTime.parse(text).toInstant(),
                text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        for (Reading reading : readings) {
            try {
                return Optional.of(reading.of(text));
            } catch (DateTimeException e) {
                continue; // the next one may fit
            }
        }
        return Optional.empty();
    }

    private interface Reading {
        Instant of(String text);
    }
}
