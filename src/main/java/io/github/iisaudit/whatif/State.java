package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;
import java.util.Optional;

/**
 * One side of the comparison, to be shown.
 *
 * @param windows the effective values; empty where the section cannot be read or is not known
 * @param identity what the pool runs as; empty where it is not known
 * @param isReached whether a request gets as far as a Windows logon, were it on
 * @param signIn how callers sign in beside that; empty where nobody looked
 * @param account whose key decrypts service tickets: empty text where nobody's does, empty where it is not known
 */
public record State(
        Optional<WindowsAuthentication> windows,
        boolean isReached,
        Optional<SignIn> signIn,
        String identity,
        Optional<String> account) {

    /** What counts beside who decrypts tickets. */
    public static final List<Settable> BESIDE = List.of(
            Settable.SINGLE_REQUEST, Settable.NON_NTLM, Settable.TOKEN_CHECKING, Settable.FLAGS, Settable.ANONYMOUS);

    static State of(Situation situation, Accounts accounts) {
        return new State(
                situation.windows(),
                situation.obstacle().isEmpty(),
                situation.signIn(),
                situation.identity(),
                account(situation, accounts));
    }

    /** A value as it is in force; empty text where it is not known. */
    public String value(Settable what) {
        return signIn.map(it -> it.value(what)).orElse("");
    }

    /** Whether other providers are offered than on another side, or anything else of how callers sign in is other. */
    public boolean isOtherSignIn(State other) {
        return !windows.map(WindowsAuthentication::providers)
                        .equals(other.windows.map(WindowsAuthentication::providers))
                || BESIDE.stream().anyMatch(what -> !value(what).equals(other.value(what)));
    }

    private static Optional<String> account(Situation situation, Accounts accounts) {
        boolean isNobody = situation.windows().map(w -> !w.offersKerberos()).orElse(false);
        boolean isKnown = accounts.host() == Host.REAL
                && situation.pool().isPresent()
                && situation.windows().isPresent();
        if (situation.obstacle().isPresent()) {
            return Optional.of("");
        }
        return isNobody || isKnown ? Optional.of(accounts.shown(situation.account())) : Optional.empty();
    }
}
