package io.github.iisaudit.evidence;

import java.time.Instant;
import java.util.Optional;

/** Rows of a log that look alike, counted. */
final class SymptomRows {

    /** So many clients are told apart. */
    private static final int MOST_CLIENTS = 200_000;

    static final SymptomRows NONE = new SymptomRows();

    private final Numbers clients = new Numbers(MOST_CLIENTS);
    private long rows;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(long client, long time) {
        rows++;
        first = Math.min(first, time);
        last = Math.max(last, time);
        clients.add(client);
    }

    Diagnosis.Preauth counts() {
        Optional<Instant> from = rows == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first));
        Optional<Instant> to = rows == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
        return new Diagnosis.Preauth(rows, clients.size(), from, to);
    }
}
