package io.github.iisaudit.evidence;

import org.jspecify.annotations.Nullable;

/** A row of 401.1, until it is clear whether it was a step of a logon. */
final class Refusal {

    /** Where a block of rows begins. */
    record Position(String file, long line) {}

    final Place place;
    final long client;
    final long time;

    /** Of a symptom, that of the fault. */
    final long code;

    final boolean isSymptom;

    /** Whether it was the first row of its application since a start or a pause. */
    final boolean isFirst;

    private final Position position;
    private final int line;

    /** The one after it of those that wait with it. */
    @Nullable
    Refusal next;

    /** Whether the client went on to succeed. */
    boolean isStep;

    /** Whether the client had been asked before, as a row says that was written late. */
    boolean wasAsked;

    /** @param client the number of the client, which differs by site */
    Refusal(LogRows rows, int row, long client, boolean isFirst, Position position) {
        this.place = rows.places[row];
        this.client = client;
        this.time = rows.times[row];
        this.code = rows.codes[row];
        this.isSymptom = rows.kinds[row] == LogRows.SYMPTOM;
        this.isFirst = isFirst;
        this.position = position;
        this.line = rows.lines[row];
    }

    Exhibit exhibit(String what) {
        return Exhibit.ofLog(position.file, position.line + line, what);
    }
}
