package io.github.iisaudit.whatif;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.whatif.Judge.Evidence;
import java.util.Optional;

/** Judges where Kerberos is offered after the change: by the account whose key decrypts service tickets. */
final class KerberosJudge {

    private final Change change;
    private final Situation before;
    private final Situation after;
    private final Neighbours neighbours;
    private final RuleChanges rules;
    private final Accounts accounts;

    KerberosJudge(Change change, Situation before, Situation after, Evidence evidence) {
        this.change = change;
        this.before = before;
        this.after = after;
        this.neighbours = evidence.neighbours();
        this.rules = evidence.rules();
        this.accounts = evidence.accounts();
    }

    Judgement judge(WindowsAuthentication was, WindowsAuthentication is) {
        Optional<String> doubt = doubt();
        if (doubt.isPresent()) {
            return Judgement.unknown(doubt.get());
        }
        Optional<Judgement> certain =
                was.enabled() ? new DirectoryJudge(before, after, neighbours).judge() : Optional.empty();
        if (certain.isPresent()) {
            return certain.get();
        }
        if (after.account().isEmpty() || after.account().get().isLocal(accounts.computer())) {
            return keyless();
        }
        TicketAccount account = after.account().get();
        if (!was.enabled()) {
            return begun(account);
        }
        if (!was.offersKerberos()) {
            return new ProviderJudge(before, after, new Evidence(neighbours, rules, accounts)).withNegotiate();
        }
        return Accounts.isSame(before.account(), after.account()) ? same(was, is) : moved(account);
    }

    /** Why it cannot be known who decrypts service tickets. */
    Optional<String> doubt() {
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
        boolean isNameless =
                pool.get().isSpecificUser() && pool.get().userName().isBlank();
        return isNameless
                ? Optional.of("the application pool " + after.poolName() + " runs as a user, and none is named")
                : Optional.empty();
    }

    private Judgement keyless() {
        String who = after.account()
                .map(a -> a.name() + " is a local account, on which no SPN can be registered")
                .orElse("the pool runs as LocalService, which has no identity on the network");
        boolean wasSo =
                before.windows().map(WindowsAuthentication::offersKerberos).orElse(false)
                        && before.account()
                                .map(account -> account.isLocal(accounts.computer()))
                                .orElse(true);
        return wasSo
                ? Judgement.noChange("Kerberos should fail as it did: " + who)
                : Judgement.breaks("service tickets should not be decrypted: " + who);
    }

    private String perhapsLocal(TicketAccount account) {
        String domain = account.name().substring(0, Math.max(0, account.name().indexOf('\\')));
        return accounts.mayBeLocal(account)
                ? " (if " + domain + " is this computer and no domain, it is a local account and no SPN can be on it)"
                : "";
    }

    private Judgement begun(TicketAccount account) {
        Spns spns = Spns.of(after, neighbours, accounts);
        return spns.needed().isEmpty() && spns.isComplete()
                ? Judgement.switchedOn()
                : new Judgement(
                        Verdict.SPN_MOVE_NEEDED,
                        "Windows authentication begins here, and " + account.name() + " decrypts the service tickets"
                                + perhapsLocal(account));
    }

    /**
     * That others use a user is no accident and tells where the SPNs are; the computer account is what one gets
     * without asking.
     */
    private Judgement moved(TicketAccount account) {
        String then = account.name() + " decrypts service tickets" + perhapsLocal(account);
        if (before.account().filter(a -> !a.isLocal(accounts.computer())).isEmpty()) {
            String soFar = then + ", which nobody could so far";
            return account.isComputer() ? Judgement.fixes(soFar) : new Judgement(Verdict.SPN_MOVE_NEEDED, soFar);
        }
        String who = then + ", no longer " + accounts.shown(before.account());
        boolean isEvident = !account.isComputer() && neighbours.allHave(after.account());
        return isEvident
                ? Judgement.fixes(who + ". It does so for all others under the same names ("
                        + Neighbours.some(neighbours.paths())
                        + "), so the SPNs should be there already, and Kerberos should have failed here")
                : new Judgement(Verdict.SPN_MOVE_NEEDED, who);
    }

    private Judgement same(WindowsAuthentication was, WindowsAuthentication is) {
        if (was.isPackageInKernel() && !is.isPackageInKernel()) {
            return Judgement.fixes("the Negotiate: package works again, which it cannot in kernel mode");
        }
        if (!rules.lostErrors().isEmpty()) {
            return Judgement.fixes("no more: " + String.join(", ", rules.lostErrors()));
        }
        String stays = accounts.shown(after.account()) + " decrypts service tickets before and after";
        boolean isIdentity = !before.identity().equals(after.identity());
        boolean isNobody =
                after.pool().map(p -> p.identityType().equals("LocalService")).orElse(false);
        if (isIdentity && isNobody) {
            return Judgement.unknown(
                    stays + ", but LocalService is nobody on the network: delegation is impossible, and"
                            + " whether the application needs to be somebody there is not in the configuration");
        }
        if (was.kernelMode() != is.kernelMode()) {
            return Judgement.performance(stays, is.kernelMode());
        }
        return Judgement.noChange(
                isIdentity ? stays + ", whatever the pool runs as" : new SameReason(change, after).text());
    }
}
