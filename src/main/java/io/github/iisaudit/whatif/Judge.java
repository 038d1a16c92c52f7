package io.github.iisaudit.whatif;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.TicketAccount;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;
import java.util.Optional;

/** Finds the verdict for one path. {@link Verdict} has the table that this follows, in its order. */
final class Judge {

    private static final String UNREADABLE = "IIS answers HTTP 500.19 here";

    private final Change change;
    private final Situation before;
    private final Situation after;
    private final Neighbours neighbours;
    private final RuleChanges rules;
    private final Accounts accounts;

    Judge(Change change, Situation before, Situation after, Evidence evidence) {
        this.change = change;
        this.before = before;
        this.after = after;
        this.neighbours = evidence.neighbours();
        this.rules = evidence.rules();
        this.accounts = evidence.accounts();
    }

    /** What is known beside the path itself. */
    record Evidence(Neighbours neighbours, RuleChanges rules, Accounts accounts) {}

    Judgement judge() {
        Optional<String> unknown = before.unknown().or(after::unknown);
        if (unknown.isPresent()) {
            return unknown(unknown.get());
        }
        if (before.windows().isEmpty() || after.windows().isEmpty()) {
            return unreadable();
        }
        return values(before.windows().get(), after.windows().get());
    }

    private Judgement unreadable() {
        String problem = before.error().or(after::error).map(Judge::told).orElse("");
        if (before.error().isPresent() && after.error().isPresent()) {
            return unknown(UNREADABLE + ", with the change and without it: " + problem
                    + ". Until that is mended it is not known which values count");
        }
        return before.error().isPresent()
                ? new Judgement(Verdict.FIXES, "the section can be read again: so far " + problem)
                : new Judgement(Verdict.BREAKS, UNREADABLE + " then: " + problem);
    }

    private static String told(ConfigError error) {
        String place = error.file().isEmpty() ? "" : " (" + new Place(error.file(), error.line()) + ")";
        return error.message() + place;
    }

    private Judgement values(WindowsAuthentication was, WindowsAuthentication is) {
        boolean isSame = was.equals(is)
                && before.identity().equals(after.identity())
                && Accounts.isSame(before.account(), after.account());
        if (isSame) {
            return new Judgement(Verdict.NO_CHANGE, new SameReason(change, after).text());
        }
        if (!was.enabled() && !is.enabled()) {
            return new Judgement(Verdict.NO_CHANGE, "Windows authentication is off here");
        }
        if (!after.missing().isEmpty()) {
            return unknown(after.missing().get(0).file() + " was " + after.missing().get(0).reason()
                    + " and could say otherwise");
        }
        if (!is.enabled()) {
            return switchedOff();
        }
        Optional<String> fault = fault(was, is);
        if (fault.isPresent()) {
            return new Judgement(Verdict.BREAKS, fault.get());
        }
        return is.offersKerberos() ? kerberos(was, is) : withoutKerberos(was, is);
    }

    private Optional<String> fault(WindowsAuthentication was, WindowsAuthentication is) {
        if (is.isPackageInKernel() && !was.isPackageInKernel()) {
            return Optional.of("a Negotiate: package is among the providers, and those do not work in kernel mode");
        }
        if (is.providers().isEmpty()) {
            return Optional.of("the list of providers is empty: IIS has no challenge to send, nobody can sign in");
        }
        List<String> errors = rules.newErrors();
        return errors.isEmpty() ? Optional.empty() : Optional.of("new: " + String.join(", ", errors));
    }

    private Judgement switchedOff() {
        return after.hasOtherSignIn()
                ? unknown("Windows authentication ends here; whether the authentication that is left will do is up to"
                        + " the application")
                : new Judgement(Verdict.BREAKS, "no authentication is left: every request is answered with 401.2");
    }

    /** With NTLM no account opens tickets, so none has to have SPNs. */
    private Judgement withoutKerberos(WindowsAuthentication was, WindowsAuthentication is) {
        if (!was.enabled()) {
            return switchedOn();
        }
        return was.kernelMode() == is.kernelMode()
                ? new Judgement(Verdict.NO_CHANGE, "no provider offers Kerberos, so no account opens tickets")
                : performance("no provider offers Kerberos, so no SPN is needed", is);
    }

    private static Judgement switchedOn() {
        return unknown("Windows authentication begins here; whether clients and the application are ready for it is not"
                + " in the configuration");
    }

    private Judgement kerberos(WindowsAuthentication was, WindowsAuthentication is) {
        Optional<String> doubt = doubt();
        if (doubt.isPresent()) {
            return unknown(doubt.get());
        }
        if (after.account().isEmpty() || accounts.isLocal(after.account().get())) {
            return keyless();
        }
        TicketAccount account = after.account().get();
        if (!Accounts.isSame(before.account(), after.account())) {
            return moved(was, account);
        }
        if (was.isPackageInKernel() && !is.isPackageInKernel()) {
            return new Judgement(Verdict.FIXES, "the Negotiate: package works again, which it cannot in kernel mode");
        }
        if (!rules.lostErrors().isEmpty()) {
            return new Judgement(Verdict.FIXES, "no more: " + String.join(", ", rules.lostErrors()));
        }
        if (!before.identity().equals(after.identity())) {
            return new IdentityChange(after, neighbours, accounts).judge(was.kernelMode() != is.kernelMode());
        }
        return was.kernelMode() == is.kernelMode()
                ? new Judgement(Verdict.NO_CHANGE, new SameReason(change, after).text())
                : performance(accounts.shown(after.account()) + " opens Kerberos tickets before and after", is);
    }

    /** Why it cannot be known who opens tickets. */
    private Optional<String> doubt() {
        if (accounts.host() == Host.ASSUMED) {
            return Optional.of("it is not known which account the pool runs as: no applicationHost.config was given"
                    + " (--host names the real one)");
        }
        if (accounts.host() == Host.DEVELOPMENT) {
            return Optional.of("IIS Express runs as whoever starts it, not as an application pool");
        }
        Optional<ApplicationPool> pool = after.pool();
        if (pool.isEmpty()) {
            return Optional.of(
                    after.poolName().isEmpty()
                            ? "no application pool is named, and what IIS does then is not documented"
                            : "the application pool " + after.poolName() + " is not defined");
        }
        boolean isNameless = pool.get().isSpecificUser() && pool.get().userName().isBlank();
        return isNameless
                ? Optional.of("the application pool " + after.poolName() + " runs as a user, and none is named")
                : Optional.empty();
    }

    private Judgement keyless() {
        String who = after.account()
                .map(a -> a.name() + " is a local account, on which no SPN can be registered")
                .orElse("the pool runs as LocalService, which has no identity on the network");
        boolean wasSo = before.account().isEmpty() ? before.isEnabled() : accounts.isLocal(before.account().get());
        return wasSo
                ? new Judgement(Verdict.NO_CHANGE, "Kerberos should fail as it did: " + who)
                : new Judgement(Verdict.BREAKS, "Kerberos tickets should not open any more: " + who);
    }

    private Judgement moved(WindowsAuthentication was, TicketAccount account) {
        String then = account.name();
        if (!was.enabled()) {
            Spns spns = Spns.of(after, neighbours, accounts);
            return spns.needed().isEmpty() && spns.isComplete()
                    ? switchedOn()
                    : new Judgement(
                            Verdict.SPN_MOVE_NEEDED,
                            "Windows authentication begins here, and " + then + " opens the Kerberos tickets");
        }
        if (before.account().isEmpty()) {
            return account.isComputer()
                    ? new Judgement(Verdict.FIXES, then + " opens Kerberos tickets, which nobody could so far")
                    : new Judgement(Verdict.SPN_MOVE_NEEDED, then + " opens Kerberos tickets, nobody could so far");
        }
        String who = "Kerberos tickets are opened by " + then + ", no longer by " + accounts.shown(before.account());
        if (neighbours.allHave(after.account())) {
            return new Judgement(
                    Verdict.FIXES,
                    who + ". So it is for all others under the same names (" + some(neighbours.paths())
                            + "), so the SPNs should be there already, and Kerberos should have failed here");
        }
        return new Judgement(Verdict.SPN_MOVE_NEEDED, who);
    }

    static String some(List<String> paths) {
        int most = 3;
        String first = String.join(", ", paths.subList(0, Math.min(most, paths.size())));
        return paths.size() > most ? first + " and " + (paths.size() - most) + " more" : first;
    }

    static Judgement performance(String because, WindowsAuthentication is) {
        return new Judgement(
                Verdict.PERFORMANCE_ONLY,
                because
                        + (is.kernelMode()
                                ? "; signing in gets faster, and the 401.1 of KB 2749007 can occur"
                                : "; signing in gets slower"));
    }

    private static Judgement unknown(String reason) {
        return new Judgement(Verdict.UNKNOWN, reason);
    }
}
