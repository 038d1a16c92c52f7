package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.Optional;

/**
 * One side of the comparison, to be shown.
 *
 * @param windows the effective values; empty where the section cannot be read or is not known
 * @param identity what the pool runs as; empty where it is not known
 * @param account whose key opens Kerberos tickets: empty text where nobody's does, empty where it is not known
 */
public record State(Optional<WindowsAuthentication> windows, String identity, Optional<String> account) {

    static State of(Situation situation, Accounts accounts) {
        return new State(situation.windows(), situation.identity(), account(situation, accounts));
    }

    private static Optional<String> account(Situation situation, Accounts accounts) {
        boolean isNobody = situation.windows().map(w -> !w.offersKerberos()).orElse(false);
        boolean isKnown = accounts.host() == Host.REAL
                && situation.pool().isPresent()
                && situation.windows().isPresent();
        return isNobody || isKnown ? Optional.of(accounts.shown(situation.account())) : Optional.empty();
    }
}
