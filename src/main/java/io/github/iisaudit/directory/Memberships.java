package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/** Whom groups say that they have as members. Of a distinguished name only a number is kept, for groups have millions of them. */
final class Memberships {

    private static final int PRIME = 0x01000193;
    private static final int FIRST = 0x811C9DC5;

    private final List<Group> groups = new ArrayList<>();

    private record Group(long place, long[] members, boolean isWhole) {}

    /** Takes note of an object that may be a group. */
    void note(Entry entry) {
        int left = entry.count(Attribute.MEMBER);
        if (left == 0 || !entry.has(Attribute.DN)) {
            return;
        }
        long[] members = new long[left];
        for (int i = entry.first(Attribute.MEMBER); left > 0; i = entry.next(i), left--) {
            members[left - 1] = place(entry.bytes(), entry.start(i), entry.end(i));
        }
        int dn = entry.first(Attribute.DN);
        long place = place(entry.bytes(), entry.start(dn), entry.end(dn));
        groups.add(new Group(place, members, !entry.isLost(Attribute.MEMBER)));
    }

    int size() {
        return groups.size();
    }

    /** Forgets what was added since there were so many. */
    void truncate(int wanted) {
        groups.subList(wanted, groups.size()).clear();
    }

    /**
     * Those of groups that lie somewhere, and of all that are in them.
     *
     * @param isSingle whether a member is known to be no group
     */
    Circles circles(Collection<String> dns, LongPredicate isSingle) {
        Map<Long, Group> known = new HashMap<>();
        groups.forEach(group -> known.merge(group.place(), group, Memberships::both));
        Circles circles = new Circles();
        Deque<Long> open = new ArrayDeque<>();
        dns.forEach(dn -> open.add(place(dn)));
        Set<Long> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            long place = open.remove();
            Group group = known.get(place);
            if (group == null || !group.isWhole()) {
                circles.miss(place);
            }
            for (long member : group == null ? new long[0] : group.members()) {
                circles.add(member, place);
                if (seen.add(member) && (known.containsKey(member) || !isSingle.test(member))) {
                    open.add(member);
                }
            }
        }
        return circles;
    }

    private static Group both(Group one, Group other) {
        long[] members = Arrays.copyOf(one.members, one.members.length + other.members.length);
        System.arraycopy(other.members, 0, members, one.members.length, other.members.length);
        return new Group(one.place, members, one.isWhole && other.isWhole);
    }

    /** The number of a distinguished name, ignoring case: what an index has it under, and in its lower half another one. */
    static long place(String dn) {
        byte[] bytes = dn.getBytes(StandardCharsets.UTF_8);
        return place(bytes, 0, bytes.length);
    }

    private static long place(byte[] dn, int start, int end) {
        int all = 0;
        for (int i = start; i < end; i++) {
            all |= dn[i];
        }
        return (long) KeyIndex.key(dn, start, end) << Integer.SIZE
                | (all < 0 ? mixed(lower(dn, start, end)) : mixed(dn, start, end)) & 0xFFFFFFFFL;
    }

    private static int mixed(byte[] dn) {
        return mixed(dn, 0, dn.length);
    }

    private static int mixed(byte[] dn, int start, int end) {
        int mixed = FIRST;
        for (int i = start; i < end; i++) {
            mixed = (mixed ^ (dn[i] | 0x20)) * PRIME;
        }
        return mixed;
    }

    private static byte[] lower(byte[] dn, int start, int end) {
        String text = new String(dn, start, end - start, StandardCharsets.UTF_8);
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
