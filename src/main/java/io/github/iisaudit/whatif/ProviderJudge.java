package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.TicketVerdict;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;
import java.util.Optional;

/**
 * Judges another list of providers where Windows authentication is on before and after.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication/providers/">providers</a>
 */
final class ProviderJudge {

    private final Situation before;
    private final Situation after;
    private final Judge.Evidence evidence;

    ProviderJudge(Situation before, Situation after, Judge.Evidence evidence) {
        this.before = before;
        this.after = after;
        this.evidence = evidence;
    }

    /** Where Kerberos was offered and is no more. */
    Judgement withoutNegotiate() {
        Optional<ApplicationTickets> told =
                before.tickets().filter(it -> it.isInUse() && it.verdict() != TicketVerdict.UNKNOWN);
        if (told.isPresent()) {
            return told(told.get());
        }
        if (isKeyless()) {
            return Judgement.fixes(
                    "Kerberos is no longer offered, and should have failed so far: nobody here could decrypt"
                            + " the service tickets. All clients sign in with NTLM");
        }
        String delegation = before.impersonates()
                ? ", which matters as code here runs as the caller"
                : ", as the logon ends at this server";
        return Judgement.unknown(
                "Kerberos is no longer offered: all clients sign in with NTLM. Clients that may not use NTLM"
                        + " (by policy, Protected Users) stay out, and nothing can be delegated to other servers"
                        + delegation
                        + "; whether that is needed is not in the configuration");
    }

    /** Whether nobody here could decrypt tickets so far. */
    private boolean isKeyless() {
        Accounts accounts = evidence.accounts();
        boolean isNobody = before.pool()
                .map(pool -> pool.identityType().equals("LocalService"))
                .orElse(false);
        return accounts.host() == Host.REAL
                && before.account()
                        .map(account -> account.isLocal(accounts.computer()))
                        .orElse(isNobody);
    }

    private static Judgement told(ApplicationTickets tickets) {
        return switch (tickets.verdict()) {
            case WORKS ->
                Judgement.breaks("Kerberos works now and is no longer offered then: all clients sign in with NTLM,"
                        + " which cannot be delegated to other servers and which some may not use");
            case MISSING -> Judgement.noChange("clients sign in with NTLM as they do now: " + tickets.reason());
            default ->
                Judgement.fixes("Kerberos fails now and is no longer offered then, so that clients sign in with NTLM: "
                        + tickets.reason());
        };
    }

    /** Where Kerberos is offered and was not. */
    Judgement withNegotiate() {
        Spns spns = Spns.of(after, evidence.neighbours(), evidence.accounts());
        String begins = "Kerberos begins to be offered, and " + spns.account() + " decrypts the service tickets";
        return spns.needed().isEmpty() && spns.isComplete()
                ? Judgement.fixes(begins + ", which nobody could so far")
                : new Judgement(
                        Verdict.SPN_MOVE_NEEDED,
                        begins + ": where an SPN is on another account, clients that used NTLM so far fail");
    }

    /** Where the list is another, and Kerberos is offered as it was. */
    Judgement otherwise() {
        List<String> was = before.windows().orElseThrow().providers();
        List<String> is = after.windows().orElseThrow().providers();
        if (hasFallback(was) && !hasFallback(is)) {
            return Judgement.unknown(
                    "there is nothing to fall back on: clients that get no ticket (outside the domain, by an"
                            + " IP address, by a name without SPN) stay out; whether there are such is not in the configuration");
        }
        if (!hasFallback(was) && hasFallback(is)) {
            return Judgement.fixes("clients that get no ticket fall back on NTLM, and stayed out so far");
        }
        return isKerberosFirst(was) == isKerberosFirst(is) ? others(was, is) : order(is);
    }

    private Judgement order(List<String> is) {
        if (!isKerberosFirst(is)) {
            return Judgement.unknown(
                    "NTLM is offered first: clients that take the first provider sign in with NTLM, Kerberos"
                            + " goes unused and nothing can be delegated for them; others notice nothing");
        }
        Spns spns = Spns.of(after, evidence.neighbours(), evidence.accounts());
        Verdict verdict = spns.needed().isEmpty() && spns.isComplete() ? Verdict.UNKNOWN : Verdict.SPN_MOVE_NEEDED;
        return new Judgement(
                verdict,
                "clients that take the first provider and used NTLM so far begin to use Kerberos, and " + spns.account()
                        + " decrypts their service tickets");
    }

    private static Judgement others(List<String> was, List<String> is) {
        String change = "the providers are " + String.join(", ", is) + ", and were " + String.join(", ", was);
        boolean isLess =
                is.stream().noneMatch("NTLM"::equalsIgnoreCase) && was.stream().anyMatch("NTLM"::equalsIgnoreCase);
        if (isLess) {
            return Judgement.unknown(
                    "Negotiate itself falls back on NTLM where there is no ticket; clients that know nothing"
                            + " but NTLM stay out, and whether there are such is not in the configuration");
        }
        return was.stream().allMatch(one -> is.stream().anyMatch(one::equalsIgnoreCase))
                ? Judgement.noChange(change + ": what is new comes after what clients take already")
                : Judgement.unknown(change + "; which clients depend on that is not in the configuration");
    }

    /** Whether a client that gets no ticket can sign in. */
    private static boolean hasFallback(List<String> providers) {
        return providers.stream().anyMatch(p -> p.equalsIgnoreCase("Negotiate") || p.equalsIgnoreCase("NTLM"));
    }

    private static boolean isKerberosFirst(List<String> providers) {
        return !providers.isEmpty() && !providers.get(0).equalsIgnoreCase("NTLM");
    }
}
