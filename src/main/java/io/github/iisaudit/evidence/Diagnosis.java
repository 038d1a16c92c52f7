package io.github.iisaudit.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of the evidence for one application.
 *
 * @param kernelMode whether sign-in runs in HTTP.sys; empty where it is not known
 * @param windows whether Windows authentication is on; empty where it is not known
 * @param reason why the verdict is what it is, in a sentence without its full stop
 * @param requests all that the evidence has, with their times
 * @param exhibits the best pieces of evidence, the strongest first
 * @param notes what else is to be said, a sentence each
 * @param isPartial whether some evidence was of no use
 * @param kerberos what a directory says of its tickets; empty where none was asked
 */
public record Diagnosis(
        String server,
        String path,
        Verdict verdict,
        Optional<Boolean> kernelMode,
        Optional<Boolean> windows,
        String reason,
        Preauth preauth,
        Preauth requests,
        Handshakes handshakes,
        List<OtherCause> otherCauses,
        List<Exhibit> exhibits,
        List<String> notes,
        boolean isPartial,
        Optional<Kerberos> kerberos) {

    /**
     * Whether clients get tickets that the application can take.
     *
     * @param verdict such as {@code works} or {@code wrong-account}
     * @param reason in a sentence without its full stop
     */
    public record Kerberos(String verdict, String reason) {}

    /**
     * Rows of a log.
     *
     * @param clients how many sent them
     */
    public record Preauth(long rows, long clients, Optional<Instant> first, Optional<Instant> last) {}

    /**
     * Logons that succeeded.
     *
     * @param ntlm with a row for the challenge
     * @param kerberos without one
     * @param anonymousFirst those of them that began without credentials
     */
    public record Handshakes(long ntlm, long kerberos, long anonymousFirst) {}

    /** Rows of 401.1 with another code. */
    public record OtherCause(long code, long rows) {

        /** What the code means. */
        public Cause cause() {
            return Cause.of(code);
        }
    }

    /** The same with what a directory says. */
    public Diagnosis with(Kerberos said) {
        return new Diagnosis(
                server,
                path,
                verdict,
                kernelMode,
                windows,
                reason,
                preauth,
                requests,
                handshakes,
                otherCauses,
                exhibits,
                notes,
                isPartial,
                Optional.of(said));
    }

    /** Whether there is more to say of it than that there is nothing. */
    public boolean isExplained() {
        return verdict != Verdict.NO_EVIDENCE || isPartial;
    }
}
