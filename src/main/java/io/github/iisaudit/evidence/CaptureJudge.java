package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Place.KernelMode;
import io.github.iisaudit.evidence.Sites.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the requests of one capture against the signs of the fault. */
final class CaptureJudge {

    private final LogOrigin origin;
    private final String file;
    private final boolean isSanitised;
    private final Examination.Unmatched.Count unmatched;
    private final Set<String> asked = new HashSet<>();

    /** @param isSanitised whether credentials were taken out of it, so that it proves nothing */
    CaptureJudge(LogOrigin origin, String file, boolean isSanitised, Examination.Unmatched.Count unmatched) {
        this.origin = origin;
        this.file = file;
        this.isSanitised = isSanitised;
        this.unmatched = unmatched;
    }

    void judge(List<Session> sessions) {
        List<Session> sorted = new ArrayList<>(sessions);
        sorted.sort(Comparator.comparingLong(Session::time));
        for (Session session : sorted) {
            Place place = place(session);
            if (place != null && isSanitised) {
                place.application()
                        .note(
                                file
                                        + " has no credentials of Windows authentication in it: browsers leave them out, and the"
                                        + " refusals before a logon too. Record with Fiddler, which sees what goes over the wire");
            } else if (place != null) {
                judge(session, place);
            }
        }
    }

    private @Nullable Place place(Session session) {
        Match match = origin.siteAt(session.url().target());
        Place place =
                match.site() == null ? null : match.site().find(session.url().path());
        if (place == null) {
            unmatched.add(match.site() == null ? match.why() : "the site has no application there");
        }
        return place;
    }

    private void judge(Session session, Place place) {
        ApplicationEvidence application = place.application();
        application.row(session.time());
        String client = session.client() + "\n" + application.server() + "\n" + application.path();
        Token sent = session.sent();
        if (session.isAnonymousRefused()) {
            asked.add(client);
        } else if (sent != null && session.isBluntlyRefused()) {
            refused(session, sent, place, asked.contains(client));
        } else if (sent != null && session.isAccepted() && sent.kind().isFinal()) {
            application.logon(!sent.kind().isKerberos(), asked.contains(client));
        }
    }

    private void refused(Session session, Token sent, Place place, boolean wasAsked) {
        ApplicationEvidence application = place.application();
        if (sent.kind().isInitial() && !wasAsked) {
            application.exhibit(verdict(place, session), exhibit(session, sent, "initial-token-rejected"));
        } else if (sent.kind().isFinal()) {
            application.exhibit(Verdict.OTHER_CAUSE, exhibit(session, sent, "final-token-rejected"));
        }
    }

    private Exhibit exhibit(Session session, Token sent, String what) {
        return new Exhibit("capture", file, session.entry(), 0, what, sent);
    }

    private static Verdict verdict(Place place, Session session) {
        if (place.kernelMode() == KernelMode.UNKNOWN) {
            return place.application().hasSymptomAt(session.time()) ? Verdict.CONFIRMED : Verdict.CONSISTENT;
        }
        return place.kernelMode().isOff() ? Verdict.CONTRADICTED : Verdict.CONFIRMED;
    }
}
