package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.kerberos.TicketAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The other applications that clients reach under the same host names and with Kerberos. They are evidence: the SPN
 * of a name is on one account only (on two, Kerberos fails for both), so where all of them use one user, it is there.
 *
 * @param before what they are before the change
 * @param after and after it
 */
record Neighbours(List<Situation> before, List<Situation> after) {

    static Neighbours of(Situation application, Survey before, Survey after) {
        return new Neighbours(before.neighbours(application), after.neighbours(application));
    }

    /** Whether all of them, and at least one, have this account before and after. */
    boolean allHave(Optional<TicketAccount> account) {
        return !before.isEmpty() && have(before, account) && have(after, account);
    }

    private static boolean have(List<Situation> applications, Optional<TicketAccount> account) {
        for (Situation application : applications) {
            if (!Accounts.isSame(application.account(), account)) {
                return false;
            }
        }
        return true;
    }

    /** Their paths. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        before.forEach(application -> paths.add(application.path()));
        return paths;
    }

    /** The first of some paths, and how many more there are. */
    static String some(List<String> paths) {
        return Few.named(Few.first(paths, 3));
    }

    /** The paths of those that have another account afterwards. */
    List<String> othersThan(Optional<TicketAccount> account) {
        List<String> paths = new ArrayList<>();
        for (Situation application : after) {
            if (!Accounts.isSame(application.account(), account)) {
                paths.add(application.path());
            }
        }
        return paths;
    }
}
