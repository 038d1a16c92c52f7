package io.github.iisaudit.whatif;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.TicketAccount;
import java.util.Optional;

/**
 * Judges that a pool gets another identity while the account that opens Kerberos tickets stays: the computer account, because
 * kernel mode uses it for every identity and the built-in ones are it on the network.
 */
final class IdentityChange {

    private final Situation after;
    private final Neighbours neighbours;
    private final Accounts accounts;

    IdentityChange(Situation after, Neighbours neighbours, Accounts accounts) {
        this.after = after;
        this.neighbours = neighbours;
        this.accounts = accounts;
    }

    /** @param isMode whether kernel mode goes on or off too */
    Judgement judge(boolean isMode) {
        ApplicationPool pool = after.pool().orElseThrow();
        String account = accounts.shown(after.account());
        String still = account + " opens Kerberos tickets before and after";
        if (pool.identityType().equals("LocalService")) {
            return new Judgement(
                    Verdict.UNKNOWN,
                    still + ", but LocalService is nobody on the network: whether the application needs to be somebody"
                            + " there is not in the configuration, and delegation is impossible");
        }
        boolean isIgnored = pool.isSpecificUser()
                && after.account().map(TicketAccount::isComputer).orElse(false)
                && !accounts.isLocal(new TicketAccount(pool.userName(), false));
        return isIgnored && !neighbours.allHave(after.account()) ? ignored(pool, account) : stays(isMode, still);
    }

    private Judgement ignored(ApplicationPool pool, String account) {
        String user = pool.userName();
        if (neighbours.allHave(Optional.of(new TicketAccount(user, false)))) {
            return new Judgement(
                    Verdict.BREAKS,
                    "kernel mode still uses " + account + ", while all others under the same names ("
                            + Judge.some(neighbours.paths()) + ") use " + user + ": the SPNs should be there, and Kerberos"
                            + " should fail here");
        }
        return new Judgement(
                Verdict.UNKNOWN,
                "kernel mode still uses " + account + ": it works as long as no HTTP SPN for these names is on " + user
                        + ", and where SPNs are is not in the configuration");
    }

    private Judgement stays(boolean isMode, String still) {
        return isMode && after.windows().isPresent()
                ? Judge.performance(still, after.windows().get())
                : new Judgement(Verdict.NO_CHANGE, still);
    }
}
