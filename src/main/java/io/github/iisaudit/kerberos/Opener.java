package io.github.iisaudit.kerberos;

import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.AccountKind;
import io.github.iisaudit.directory.Delegation;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.Encryption;
import io.github.iisaudit.source.Computer;
import java.util.Optional;

/**
 * The account that decrypts service tickets, as the directory has it.
 *
 * @param name as people write it; as configuration has it where the directory has none
 * @param account empty where the directory has none
 * @param isLocal whether it is a user of the machine's own, which no directory has
 */
public record Opener(
        String name, Optional<Account> account, boolean isLocal, Encryption encryption, Delegation delegation) {

    static Opener of(TicketAccount tickets, Computer computer, Directory directory) {
        boolean isLocal = tickets.isLocal(computer);
        Optional<Account> account = isLocal ? Optional.empty() : directory.account(tickets.name());
        return new Opener(
                account.filter(a -> a.kind() != AccountKind.UNKNOWN)
                        .map(directory::shown)
                        .orElse(tickets.name()),
                account,
                isLocal,
                account.map(directory::encryption).orElse(Encryption.UNSEEN),
                account.map(directory::delegation).orElse(Delegation.UNSEEN));
    }

    /** Whether it is known to be disabled. */
    public boolean isDisabled() {
        return account.flatMap(Account::disabled).orElse(false);
    }

    /** Whether it is known to get no tickets, whoever holds which name. */
    public boolean isUnfit() {
        return isDisabled() || encryption.verdict() == Encryption.Verdict.DES_ONLY;
    }

    /** Whether an account is this one; false where the directory does not have it. */
    boolean is(Account other) {
        return account.filter(a -> a.equals(other)).isPresent();
    }
}
