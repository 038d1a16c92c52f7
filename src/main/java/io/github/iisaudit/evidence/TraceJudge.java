package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Sites.Match;
import io.github.iisaudit.evidence.TraceReader.Traced;
import org.jspecify.annotations.Nullable;

/** Holds a failed-request trace against the signs of the fault: it shows one request, and not what came before. */
final class TraceJudge {

    private static final long NO_CREDENTIALS = 2148074254L;

    private final LogOrigin origin;
    private final String file;
    private final Examination.Unmatched.Count unmatched;

    TraceJudge(LogOrigin origin, String file, Examination.Unmatched.Count unmatched) {
        this.origin = origin;
        this.file = file;
        this.unmatched = unmatched;
    }

    void judge(Traced trace) {
        Session session = trace.session();
        Match match = trace.siteId().isEmpty()
                ? origin.siteAt(session.url().target())
                : origin.site("W3SVC" + trace.siteId(), session.url().target());
        Place place =
                match.site() == null ? null : match.site().find(session.url().path());
        if (place == null) {
            unmatched.add(match.site() == null ? match.why() : "the site has no application there");
            return;
        }
        ApplicationEvidence application = place.application();
        application.row(session.time());
        if (trace.status().equals("401.1")) {
            refused(trace, place);
        }
    }

    private void refused(Traced trace, Place place) {
        Session session = trace.session();
        Token sent = session.sent();
        if (trace.code() == NO_CREDENTIALS && !trace.hasUser()) {
            boolean isFit = sent != null && sent.kind().isInitial() && session.offer() != Offer.CONTINUED;
            place.application()
                    .exhibit(
                            isFit ? ApplicationEvidence.ofLog(place.kernelMode()) : Verdict.CONSISTENT,
                            exhibit("401.1-in-trace", sent));
        } else if (trace.code() != 0 && trace.code() != NO_CREDENTIALS) {
            place.application().otherCause(trace.code(), exhibit("401.1-other-code", sent));
        }
    }

    private Exhibit exhibit(String what, @Nullable Token sent) {
        return new Exhibit("trace", file, "", 0, what, sent);
    }
}
