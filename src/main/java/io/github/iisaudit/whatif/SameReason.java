package io.github.iisaudit.whatif;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.ArrayList;
import java.util.List;

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
                .ifPresent(windows -> change.attributes().forEach((name, value) -> {
                    reasons.add(reason(windows, name, value));
                }));
        if (change.identity().isPresent()) {
            reasons.add("the pool runs as " + after.identity() + " already");
        }
        return String.join("; ", reasons);
    }

    private String reason(WindowsAuthentication windows, String name, boolean value) {
        if (windows.value(name) != value) {
            Place place = after.places().get(name);
            String who = place == null ? "something else" : place.toString();
            return who + " says " + name + "=" + windows.value(name) + " for this path, over the change: make it there";
        }
        if (name.equals(WindowsAuthentication.POOL_CREDENTIALS) && !windows.kernelMode()) {
            return name + " counts in kernel mode only, and that is off";
        }
        boolean isBuiltIn = !after.pool().map(ApplicationPool::isSpecificUser).orElse(false);
        if (name.equals(WindowsAuthentication.POOL_CREDENTIALS) && isBuiltIn) {
            return "the pool's identity is the computer account on the network: the same key opens tickets";
        }
        return name + " is " + value + " already";
    }
}
