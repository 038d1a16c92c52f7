package io.github.iisaudit.whatif;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.AccountKind;
import io.github.iisaudit.directory.Delegation;
import io.github.iisaudit.directory.Encryption;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.kerberos.TicketVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be done beside the change itself, in sentences. */
final class Duties {

    private final Situation before;
    private final Situation after;
    private final Spns spns;
    private final List<String> sentences = new ArrayList<>();

    private Duties(Situation before, Situation after, Spns spns) {
        this.before = before;
        this.after = after;
        this.spns = spns;
    }

    static List<String> of(
            Situation before,
            Situation after,
            Verdict verdict,
            Spns spns,
            Optional<io.github.iisaudit.whatif.Delegation> delegation) {
        Duties duties = new Duties(before, after, spns);
        before.owner().ifPresent(product -> duties.sentences.add("not by hand: " + product.remedy()));
        if (duties.isTold()) {
            duties.told(verdict);
            delegation.ifPresent(it -> duties.delegateKnown());
            duties.grant();
            return duties.sentences;
        }
        if (verdict == Verdict.SPN_MOVE_NEEDED) {
            duties.move();
        } else if (verdict == Verdict.FIXES && !Accounts.isSame(before.account(), after.account())) {
            duties.check();
        }
        if (verdict == Verdict.SPN_MOVE_NEEDED || verdict == Verdict.FIXES) {
            duties.spare();
            duties.encrypt();
        }
        delegation.ifPresent(duties::delegate);
        duties.grant();
        return duties.sentences;
    }

    /** Whether the directory leaves no doubt about the names. */
    private boolean isTold() {
        return after.tickets()
                .filter(t -> t.isInUse() && t.verdict() != TicketVerdict.UNKNOWN)
                .isPresent();
    }

    /** Moving a name is no way out where something else loses it. */
    private void told(Verdict verdict) {
        ApplicationTickets tickets = after.tickets().orElseThrow();
        if (verdict == Verdict.SPN_MOVE_NEEDED || verdict == Verdict.FIXES) {
            sentences.addAll(tickets.commands());
        }
        tickets.opener()
                .filter(opener -> opener.encryption().verdict() == Encryption.Verdict.DEFAULT)
                .filter(opener -> opener.account().orElseThrow().kind() == AccountKind.USER)
                .ifPresent(opener -> sentences.add(opener.name() + " states no encryption types"
                        + passwordOf(opener)
                        + ": domain controllers with the updates of April 2026 or later give it AES"
                        + " tickets only (KB5073381), for which its password must have been set since 2009"));
        if (!tickets.isNamesComplete()) {
            incomplete();
        }
    }

    private static String passwordOf(Opener opener) {
        return opener.account()
                .flatMap(Account::passwordSet)
                .map(day -> ", and its password was set on " + day)
                .orElse("");
    }

    private void delegateKnown() {
        Opener now = before.tickets().flatMap(ApplicationTickets::opener).orElse(null);
        Opener then = after.tickets().flatMap(ApplicationTickets::opener).orElse(null);
        if (now != null && then != null) {
            sentences.add("delegation goes by the account that decrypts the service tickets: " + may(now)
                    + " now, " + may(then)
                    + " then");
        }
    }

    private static String may(Opener opener) {
        Delegation delegation = opener.delegation();
        String to = delegation.to().isEmpty() ? "" : " to " + list(delegation.to());
        return switch (delegation.kind()) {
            case NONE -> opener.name() + " may not delegate";
            case UNKNOWN -> "whether " + opener.name() + " may delegate is not known";
            default -> opener.name() + " may (" + delegation.kind().id() + to + ")";
        };
    }

    private void move() {
        if (!spns.needed().isEmpty()) {
            String query = Spns.isCommandSafe(spns.needed().get(0))
                    ? "setspn -Q " + spns.needed().get(0)
                    : "setspn -Q";
            sentences.add(list(spns.needed()) + " must be on " + spns.account() + " and on no other account: " + query
                    + " shows where it is, setspn -D and -S move it");
        }
        if (!spns.covered().isEmpty()) {
            sentences.add(list(spns.covered()) + ": covered by the HOST names of " + spns.account()
                    + ", as long as they are on no other account");
        }
        incomplete();
        if (!spns.rivals().isEmpty()) {
            sentences.add(Neighbours.some(spns.rivals())
                    + (spns.rivals().size() == 1 ? " answers" : " answer")
                    + " to the same names, and another account decrypts "
                    + (spns.rivals().size() == 1 ? "its" : "their") + " service tickets:"
                    + " an SPN is on one account only, so Kerberos can work for one side; give one of them a host name"
                    + " of its own");
        }
    }

    private void check() {
        String names = spns.needed().isEmpty() ? "the SPNs of the names in use" : list(spns.needed());
        sentences.add("check with setspn -Q that " + names + (spns.needed().size() == 1 ? " is on " : " are on ")
                + spns.account() + " and on no other account");
        incomplete();
    }

    private void incomplete() {
        if (!spns.isComplete()) {
            sentences.add(
                    "names incomplete: a binding names no single host, so find out which names clients use: each needs"
                            + " its SPN on " + spns.account());
        }
    }

    /** Remote management asks for the same SPN. */
    private void spare() {
        if (!spns.own().isEmpty()) {
            sentences.add(list(spns.own()) + " has the server's own name: on " + spns.account()
                    + " it takes Kerberos from WinRM, PowerShell remoting and Server Manager to this server, which the"
                    + " computer account takes through its HOST names. Give the site a host name of its own instead");
        }
    }

    /**
     * A computer and a gMSA have AES keys and say so; of a user that has to be looked up.
     *
     * @see <a href="https://support.microsoft.com/help/5073381">KB 5073381</a>
     */
    private void encrypt() {
        TicketAccount opens = after.account().orElse(null);
        if (opens == null || opens.isComputer() || Accounts.isSame(before.account(), after.account())) {
            return;
        }
        String account = spns.account();
        if (account.endsWith("$") || account.startsWith(".\\")) {
            return;
        }
        String name = account.substring(account.lastIndexOf('\\') + 1);
        sentences.add(
                "check the encryption types of " + account + ": domain controllers with the updates of April 2026 or"
                        + " later give an account that states none AES tickets only, and one without AES keys gets none (KB5073381): Get-ADUser "
                        + (Spns.isCommandSafe(name) && name.indexOf('@') < 0 ? name : "USER")
                        + " -Properties msDS-SupportedEncryptionTypes,pwdLastSet");
    }

    private void delegate(io.github.iisaudit.whatif.Delegation delegation) {
        String wanted =
                delegation.isWanted() ? "code here runs as the caller" : "if callers are handed on to other servers";
        sentences.add(wanted + ": " + delegation.to() + " should then need the right to delegate, instead of "
                + delegation.from() + " (inferred, not documented)");
    }

    private void grant() {
        if (!before.identity().equals(after.identity())) {
            sentences.add("what " + before.identity() + " was granted (files, databases, keys), " + after.identity()
                    + " needs too");
            boolean isIgnored =
                    after.pool().map(ApplicationPool::isSpecificUser).orElse(false)
                            && after.account().map(TicketAccount::isComputer).orElse(false);
            if (isIgnored) {
                sentences.add("keep the HTTP SPNs of the site's names off " + after.identity()
                        + ": kernel mode still uses " + spns.account() + ", unless useAppPoolCredentials is true");
            }
        }
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
