package io.github.iisaudit.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in some groups, directly or by groups that are in them: each member with the groups that name it, so that it takes no more room
 * than the groups themselves, however they lie in each other. Complete before it is asked; then safe for use by several threads.
 */
final class Circles {

    private final Map<Long, List<Long>> above = new HashMap<>();

    /** Groups of which not all members are known, themselves or by others. */
    private final Set<Long> missing = new HashSet<>();

    private boolean isSpread;

    /** Takes note of a member of a group. */
    void add(long member, long group) {
        above.computeIfAbsent(member, k -> new ArrayList<>(1)).add(group);
    }

    /** Takes note of a group of which not all members are known. */
    void miss(long group) {
        missing.add(group);
    }

    /** Whether all members of a group are known. */
    boolean isWhole(long group) {
        spread();
        return !missing.contains(group);
    }

    private synchronized void spread() {
        if (!isSpread) {
            missing.addAll(around(List.copyOf(missing)));
            isSpread = true;
        }
    }

    /** The groups that somebody is in. */
    Set<Long> around(long member) {
        return around(List.of(member));
    }

    private Set<Long> around(Collection<Long> members) {
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            for (long group : above.getOrDefault(open.remove(), List.of())) {
                if (found.add(group)) {
                    open.add(group);
                }
            }
        }
        return found;
    }
}
