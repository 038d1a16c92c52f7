package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.Locale;
import java.util.Optional;

/** The accounts of one server by name. */
record Accounts(Computer computer, Host host) {

    /** The name of an account; empty for none, and for a computer's where the server is none of its own. */
    String shown(Optional<TicketAccount> account) {
        return account.filter(a -> !a.isComputer() || host == Host.REAL)
                .map(TicketAccount::name)
                .orElse("");
    }

    static boolean isSame(Optional<TicketAccount> one, Optional<TicketAccount> other) {
        return key(one).equals(key(other));
    }

    /** What two spellings of one account share. */
    static String key(Optional<TicketAccount> account) {
        return account.map(a -> a.isComputer() ? "" : a.name().toLowerCase(Locale.ROOT))
                .orElse("-");
    }

    /** Whether a host name is the server's own, so that the HOST SPNs of the computer account cover it. */
    boolean isServers(String hostName) {
        return host == Host.REAL && computer.isHost(hostName);
    }

    /** Whether a user may be one of the machine's own, as nobody knows what that is called. */
    boolean mayBeLocal(TicketAccount account) {
        int backslash = account.name().indexOf('\\');
        return !account.isComputer()
                && !computer.isKnown()
                && !account.name().endsWith("$")
                && backslash > 0
                && account.name().lastIndexOf('.', backslash) < 0;
    }
}
