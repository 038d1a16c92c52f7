package io.github.iisaudit.kerberos;

import io.github.iisaudit.directory.Account;
import io.github.iisaudit.directory.Directory.Through;
import java.util.List;

/**
 * A name that clients reach an application under, and what comes of asking for a ticket for it.
 *
 * @param host what clients type
 * @param spn what they ask a ticket for
 * @param holders the accounts that hold it, by name
 * @param through the class of the name through which they do
 * @param reason a clause that says why
 */
public record TicketName(
        String host, String spn, List<Holder> holders, Through through, TicketVerdict verdict, String reason) {

    /**
     * An account that holds a name.
     *
     * @param name as people write it
     */
    public record Holder(String name, Account account) {}

    /** The names of the holders. */
    public List<String> holderNames() {
        return holders.stream().map(Holder::name).toList();
    }
}
