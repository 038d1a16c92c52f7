package io.github.iisaudit.evidence;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of a series of logs, those of one folder in the order of their times, against the four conditions of the fault. What it
 * remembers of rows is bounded by what happens within a minute.
 */
final class LogJudge {

    private static final long IDLE = 20 * 60_000L;

    /** How long a success may take to come. */
    private static final long AFTER = 2_000;

    /** How many rows may wait for their success; beyond that the oldest are taken to have none. */
    private static final int MOST_WAITING = 5_000;

    /** What is known of an application while its rows go by. */
    private static final class Traffic {
        int start = -1;
        long last;
    }

    private final Map<ApplicationEvidence, Traffic> traffic = new IdentityHashMap<>();
    private final Clients clients = new Clients();
    private final Waiting waiting = new Waiting();
    private @Nullable ApplicationEvidence latest;
    private Traffic latestTraffic = new Traffic();
    private int start;

    void judge(LogRows rows, Refusal.Position position) {
        for (int i = 0; i < rows.size; i++) {
            if (rows.kinds[i] == LogRows.START) {
                start++;
            } else {
                judge(rows, i, position);
            }
        }
    }

    /** No more rows come. */
    void end() {
        while (!waiting.isEmpty()) {
            decide();
        }
    }

    private void judge(LogRows rows, int i, Refusal.Position position) {
        long time = rows.times[i];
        while (!waiting.isEmpty() && (waiting.first().time < time - AFTER || waiting.size() > MOST_WAITING)) {
            decide();
        }
        ApplicationEvidence application = rows.places[i].application();
        boolean isFirst = isFirst(application, time);
        application.row(time);
        byte kind = rows.kinds[i];
        if (kind == LogRows.OTHER) {
            return;
        }
        // Clients of different sites are different ones.
        long client = rows.clients[i] ^ application.siteKey();
        if (kind == LogRows.ANONYMOUS) {
            asked(client, time);
        } else if (kind == LogRows.SUCCESS) {
            succeeded(application, client, time);
        } else {
            refused(new Refusal(rows, i, client, isFirst, position));
        }
    }

    private boolean isFirst(ApplicationEvidence application, long time) {
        if (application != latest) {
            latest = application;
            latestTraffic = traffic.computeIfAbsent(application, k -> new Traffic());
        }
        Traffic seen = latestTraffic;
        boolean isFirst = seen.start != start || time - seen.last >= IDLE;
        seen.last = isFirst ? time : Math.max(seen.last, time);
        seen.start = start;
        return isFirst;
    }

    private void asked(long client, long time) {
        clients.asked(client, time);
        for (Refusal late = waiting.of(client); late != null; late = waiting.after(late)) {
            late.wasAsked |= time < late.time;
        }
    }

    private void refused(Refusal refusal) {
        boolean wasAsked = clients.wasAsked(refusal.client, refusal.time);
        if (wasAsked) {
            clients.step(refusal.client, Clients.CHALLENGED);
        }
        if (refusal.isSymptom ? !wasAsked : refusal.code != 0) {
            waiting.add(refusal);
        }
    }

    private void succeeded(ApplicationEvidence application, long client, long time) {
        byte step = clients.step(client, time);
        boolean isAtOnce = false;
        for (Refusal refusal = waiting.of(client); refusal != null; refusal = waiting.after(refusal)) {
            if (refusal.place.application() == application && time >= refusal.time) {
                isAtOnce |= refusal.isSymptom && !refusal.isStep;
                refusal.isStep = true;
            }
        }
        if (step != Clients.DONE) {
            clients.step(client, Clients.DONE);
            application.logon(step == Clients.CHALLENGED, true);
        } else if (isAtOnce) {
            application.logon(true, false);
        }
    }

    /** The oldest of those that wait has no more to wait for. */
    private void decide() {
        Refusal refusal = waiting.remove();
        if (refusal.isSymptom && !refusal.wasAsked) {
            refusal.place.application().symptom(refusal);
        } else if (!refusal.isSymptom && !refusal.isStep) {
            refusal.place.application().otherCause(refusal);
        }
    }
}
