package io.github.iisaudit.whatif;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.kerberos.TicketVerdict;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.List;
import java.util.Optional;

/** Finds the verdict for one path. {@link Verdict} has the table that this follows, in its order. */
final class Judge {

    private static final String UNREADABLE = "IIS answers HTTP 500.19 here";

    private static final String NO_PROVIDER =
            "the list of providers is empty: IIS has no challenge to send, nobody can sign in";

    private final Change change;
    private final Situation before;
    private final Situation after;
    private final Evidence evidence;

    Judge(Change change, Situation before, Situation after, Evidence evidence) {
        this.change = change;
        this.before = before;
        this.after = after;
        this.evidence = evidence;
    }

    /** What is known beside the path itself. */
    record Evidence(Neighbours neighbours, RuleChanges rules, Accounts accounts) {}

    Judgement judge() {
        Optional<String> unknown = before.unknown().or(after::unknown);
        if (unknown.isPresent()) {
            return Judgement.unknown(unknown.get());
        }
        if (before.windows().isEmpty() || after.windows().isEmpty()) {
            return unreadable();
        }
        Judgement judgement = values(before.windows().get(), after.windows().get());
        for (Judgement further : further()) {
            judgement = judgement.and(further);
        }
        return weighed(judgement);
    }

    /** What changes beside that; nothing where nobody looked. */
    private List<Judgement> further() {
        return before.signIn().isEmpty()
                ? List.of()
                : new SignInJudge(before, after, evidence.accounts().host()).judgements();
    }

    /** What brings a new warning costs more than speed, or may, unless a directory tells how it is. */
    private Judgement weighed(Judgement judgement) {
        List<String> warnings = evidence.rules().newWarnings();
        boolean isTold = after.tickets()
                .filter(t -> t.isInUse() && t.verdict() != TicketVerdict.UNKNOWN)
                .isPresent();
        return judgement.verdict() == Verdict.PERFORMANCE_ONLY && !warnings.isEmpty() && !isTold
                ? judgement.doubted("It brings a warning that is new (" + String.join(", ", warnings)
                        + "), and whether that counts here the files do not tell")
                : judgement;
    }

    private Judgement unreadable() {
        String problem = before.error().or(after::error).map(Judge::told).orElse("");
        if (before.error().isPresent() && after.error().isPresent()) {
            return Judgement.unknown(UNREADABLE + ", with the change and without it: " + problem
                    + ". Until that is mended it is not known which values count");
        }
        return before.error().isPresent()
                ? Judgement.fixes("the section can be read again: so far " + problem)
                : Judgement.breaks(UNREADABLE + " then: " + problem);
    }

    private static String told(ConfigError error) {
        String place = error.file().isEmpty() ? "" : " (" + new Place(error.file(), error.line()) + ")";
        String lock = error.lockedBy() == null ? "" : ", by " + Place.of(error.lockedBy());
        return error.message().replace(WindowsAuthentication.SECTION, "windowsAuthentication") + place + lock;
    }

    private Judgement values(WindowsAuthentication was, WindowsAuthentication is) {
        KerberosJudge kerberos = new KerberosJudge(change, before, after, evidence);
        Optional<String> poolDoubt = change.identity().isPresent() ? kerberos.doubt() : Optional.empty();
        if (poolDoubt.isPresent()) {
            return Judgement.unknown(poolDoubt.get());
        }
        boolean isSame = was.equals(is)
                && before.identity().equals(after.identity())
                && Accounts.isSame(before.account(), after.account());
        if (isSame) {
            return Judgement.noChange(new SameReason(change, after).text());
        }
        if (!after.missing().isEmpty()) {
            return Judgement.unknown(after.missing().get(0).file() + " was "
                    + after.missing().get(0).reason() + " and could say otherwise");
        }
        if (!was.enabled() && !is.enabled()) {
            return Judgement.noChange("Windows authentication is off here");
        }
        boolean isInVain = (!was.enabled() || before.obstacle().isPresent())
                && (!is.enabled() || after.obstacle().isPresent());
        if (isInVain) {
            return Judgement.noChange("IIS asks for no Windows logon here: "
                    + before.obstacle().or(after::obstacle).orElseThrow());
        }
        return is.enabled() ? enabled(was, is, kerberos) : switchedOff();
    }

    private Judgement switchedOff() {
        return after.hasOtherSignIn()
                ? Judgement.unknown(
                        "Windows authentication ends here; whether the authentication that is left will do is"
                                + " up to the application")
                : Judgement.breaks("no authentication is left: every request is answered with 401.2");
    }

    private Judgement enabled(WindowsAuthentication was, WindowsAuthentication is, KerberosJudge kerberos) {
        Optional<String> fault = fault(was, is);
        if (fault.isPresent()) {
            return Judgement.breaks(fault.get());
        }
        if (is.providers().isEmpty()) {
            return Judgement.noChange(NO_PROVIDER + ", as before");
        }
        Judgement judgement = is.offersKerberos() ? kerberos.judge(was, is) : withoutKerberos(was, is);
        boolean isListOnly = was.enabled()
                && was.offersKerberos() == is.offersKerberos()
                && !was.providers().equals(is.providers());
        return isListOnly ? judgement.and(providers().otherwise()) : judgement;
    }

    private ProviderJudge providers() {
        return new ProviderJudge(before, after, evidence);
    }

    private Optional<String> fault(WindowsAuthentication was, WindowsAuthentication is) {
        if (is.isPackageInKernel() && !was.isPackageInKernel()) {
            return Optional.of("a Negotiate: package is among the providers, and those do not work in kernel mode");
        }
        if (is.providers().isEmpty() && !(was.enabled() && was.providers().isEmpty())) {
            return Optional.of(NO_PROVIDER);
        }
        List<String> errors = evidence.rules().newErrors();
        return errors.isEmpty() ? Optional.empty() : Optional.of("new: " + String.join(", ", errors));
    }

    /** With NTLM no account decrypts service tickets, so none has to have SPNs. */
    private Judgement withoutKerberos(WindowsAuthentication was, WindowsAuthentication is) {
        if (!was.enabled()) {
            return Judgement.switchedOn();
        }
        if (was.offersKerberos()) {
            return providers().withoutNegotiate();
        }
        return was.kernelMode() == is.kernelMode()
                ? Judgement.noChange("no provider offers Kerberos, so no account decrypts service tickets")
                : Judgement.performance("no provider offers Kerberos, so no SPN is needed", is.kernelMode());
    }
}
