package io.github.iisaudit.whatif;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a change makes no difference at a path. */
final class SameReason {

    private final Change change;
    private final Situation after;

    SameReason(Change change, Situation after) {
        this.change = change;
        this.after = after;
    }

    String text() {
        List<String> reasons = new ArrayList<>();
        after.windows()
                .ifPresent(
                        windows -> change.values().forEach((what, value) -> reasons.add(reason(windows, what, value))));
        if (change.identity().isPresent()) {
            reasons.add("the pool runs as " + after.identity() + " already");
        }
        opener().ifPresent(opener -> reasons.add(
                opener.name() + " decrypts the service tickets before and after" + place(Settable.KERNEL_MODE)));
        return String.join("; ", reasons);
    }

    /** The account that a directory was asked about. */
    private Optional<Opener> opener() {
        return after.tickets().filter(ApplicationTickets::isInUse).flatMap(ApplicationTickets::opener);
    }

    /** The line that decides. */
    private String place(Settable what) {
        Place place = after.places().get(what.id());
        return place == null ? "" : " (" + place + ")";
    }

    private String reason(WindowsAuthentication windows, Settable what, String value) {
        String now = after.value(what).orElse(value);
        if (!now.equals(value)) {
            Place place = after.places().get(what.id());
            String who = place == null ? "something else" : place.toString();
            return who + " says " + what.id() + "=" + now + " for this path, over the change: make it there";
        }
        if (what == Settable.POOL_CREDENTIALS && !windows.kernelMode()) {
            return what.id() + " counts in kernel mode only, and that is off";
        }
        boolean isBuiltIn = !after.pool().map(ApplicationPool::isSpecificUser).orElse(false);
        if (what == Settable.POOL_CREDENTIALS && isBuiltIn) {
            return "the pool's identity is the computer account on the network: the same key decrypts service tickets";
        }
        return what.id() + " is " + value + " already";
    }
}
