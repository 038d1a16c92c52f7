package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Application.Binding;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The service principal names that Kerberos needs for an application after the change.
 *
 * @param account the one that must have them; empty where no service tickets are decrypted, or it is not known by whom
 * @param needed {@code HTTP/<host name>}, to be registered on that account and on no other
 * @param covered those that the computer account's own HOST names stand for
 * @param isComplete false where a binding of the site names no single host, so that clients may use other names
 * @param rivals other applications under the same names whose service tickets another account decrypts: one name can be on one
 *     account only
 * @param own those of the needed that are the server's own name, where a user decrypts service tickets: remote management of the server
 *     asks for the same
 */
public record Spns(
        String account,
        List<String> needed,
        List<String> covered,
        boolean isComplete,
        List<String> rivals,
        List<String> own) {

    static Spns of(Situation after, Neighbours neighbours, Accounts accounts) {
        Optional<TicketAccount> account = accounts.host() == Host.REAL ? after.account() : Optional.empty();
        boolean isComputer = account.map(TicketAccount::isComputer).orElse(false);
        Set<String> names = after.application().map(Spns::hostNames).orElseGet(TreeSet::new);
        List<String> needed = new ArrayList<>();
        List<String> servers = new ArrayList<>();
        for (String name : names) {
            boolean isServers = accounts.isServers(name);
            if (isServers) {
                servers.add(spn(name));
            }
            if (account.isPresent() && !(isComputer && isServers)) {
                needed.add(spn(name));
            }
        }
        boolean isComplete = after.application().map(Spns::namesAll).orElse(false);
        return new Spns(
                accounts.shown(account),
                List.copyOf(needed),
                isComputer ? List.copyOf(servers) : List.of(),
                isComplete,
                account.isEmpty() ? List.of() : neighbours.othersThan(account),
                account.isEmpty() || isComputer ? List.of() : List.copyOf(servers));
    }

    private static String spn(String hostName) {
        return "HTTP/" + hostName;
    }

    /** Whether a name has nothing in it but what host names have, so that it can stand in a command of any shell. */
    static boolean isCommandSafe(String spn) {
        String host = spn.substring(spn.indexOf('/') + 1);
        return !host.startsWith("-")
                && host.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '.'
                                || c == '_');
    }

    /** The host names of the http and https bindings, in order; wildcards are no names. */
    static Set<String> hostNames(Application application) {
        Set<String> names = new TreeSet<>();
        for (Binding binding : application.bindings()) {
            if (binding.isHttp() && binding.isSingle()) {
                names.add(binding.hostName().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static boolean namesAll(Application application) {
        for (Binding binding : application.bindings()) {
            if (binding.isHttp() && !binding.isSingle()) {
                return false;
            }
        }
        return true;
    }
}
