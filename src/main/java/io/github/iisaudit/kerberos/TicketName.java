package io.github.iisaudit.kerberos;

import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.AccountKind;
import io.github.iisaudit.directory.Directory.Through;
import java.util.List;

/**
 * A name that clients reach an application under, and what comes of asking for a ticket for it.
 *
 * @param host what clients type
 * @param spn what they ask a ticket for
 * @param holders the accounts that hold it, by name
 * @param through the class of the name through which they do
 * @param isServers whether it is the server's own, which is managed from afar under it
 * @param reason a clause that says why
 */
public record TicketName(
        String host,
        String spn,
        List<Holder> holders,
        Through through,
        boolean isServers,
        TicketVerdict verdict,
        String reason) {

    /**
     * An account that holds a name.
     *
     * @param name as people write it
     */
    public record Holder(String name, Account account) {}

    /**
     * Whether it must not go to the account that decrypts the service tickets: WinRM and PowerShell remoting ask for the same, and
     * take what the computer account decrypts.
     */
    public boolean isKeptFrom(Opener opener) {
        boolean isUsers = opener.account()
                .filter(account -> account.kind() != AccountKind.COMPUTER)
                .isPresent();
        boolean isWrong = verdict == TicketVerdict.WRONG_ACCOUNT || verdict == TicketVerdict.DUPLICATE;
        return isUsers && isWrong && (isServers || through == Through.HOST && holders.size() == 1);
    }

    /** The names of the holders. */
    public List<String> holderNames() {
        return holders.stream().map(Holder::name).toList();
    }
}
