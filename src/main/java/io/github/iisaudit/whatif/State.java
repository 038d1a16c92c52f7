package io.github.iisaudit.whatif;

import java.util.Optional;

/**
 * One side of the comparison, to be shown.
 *
 * @param windows the effective values; empty where the section cannot be read or is not known
 * @param identity what the pool runs as; empty where it is not known
 * @param account whose key opens Kerberos tickets; empty where there is none or it is not known
 */
public record State(Optional<WindowsAuthentication> windows, String identity, String account) {

    static State of(Situation situation, Accounts accounts) {
        return new State(situation.windows(), situation.identity(), accounts.shown(situation.account()));
    }
}
