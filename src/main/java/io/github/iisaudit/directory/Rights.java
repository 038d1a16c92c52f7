package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Whether accounts may act as others: by what stands at them, and by what back ends say of them and of their groups. */
final class Rights {

    /** What every account is in. */
    private static final List<String> ALL = List.of("s-1-1-0", "s-1-5-11");

    private static final int DEEPEST = 32;

    private final Registry registry;
    private final UnaryOperator<String> shown;

    /** Who may act as others somewhere and is no account that is known, so that it may be a group. */
    private final List<String> others;

    /** Who is in those that are groups and say so. */
    private final Circles circles;

    /** Where these lie, and who they are by that. */
    private final Map<String, Long> places = new HashMap<>();

    private final Map<Long, List<String>> identifiers = new HashMap<>();

    /** Those that were asked for, by what tells the accounts. */
    private final Map<List<String>, Delegation> known = new ConcurrentHashMap<>();

    /** @param shown how people write an account of which domain and name are given */
    Rights(Registry registry, UnaryOperator<String> shown) {
        this.registry = registry;
        this.shown = shown;
        this.others = registry.backEnds.keySet().stream()
                .filter(identifier -> !isSingle(identifier))
                .toList();
        Set<String> dns = new LinkedHashSet<>();
        for (String other : others) {
            List<Account> groups = groups(other);
            if (groups.size() == 1) {
                String dn = groups.get(0).dn();
                dns.add(dn);
                places.put(other, Memberships.place(dn));
                identifiers
                        .computeIfAbsent(Memberships.place(dn), k -> new ArrayList<>(1))
                        .add(other);
            }
        }
        this.circles = registry.memberships.circles(dns, this::isSingle);
    }

    /** Whether what lies somewhere is known and no group. */
    private boolean isSingle(long place) {
        int[] candidates = registry.identities.candidates((int) (place >>> Integer.SIZE));
        return !registry.accounts(candidates, a -> a.kind().isAccount() && Memberships.place(a.dn()) == place)
                .isEmpty();
    }

    private List<Account> groups(String identifier) {
        return identifier.startsWith("s-1-")
                ? registry.accounts(
                        registry.bySid.candidates(Identifier.last(identifier)),
                        g -> g.kind() == AccountKind.GROUP && g.sid().equalsIgnoreCase(identifier))
                : group(identifier);
    }

    Delegation delegation(Account account) {
        List<String> key = List.of(account.dn(), account.name(), account.sid());
        Delegation found = known.get(key);
        if (found == null) {
            found = found(account);
            known.put(key, found);
        }
        return found;
    }

    private Delegation found(Account account) {
        List<String> allowedTo = account.allowedTo();
        if (account.flags().isEmpty()
                || account.isDisputed(Attribute.ALLOWED_TO)
                || !registry.tells(account, SourceIntake::tellsOfFlags)) {
            return allowedTo.isEmpty() ? Delegation.UNSEEN : new Delegation(Delegation.Kind.UNKNOWN, allowedTo);
        }
        if (account.isFlagged(Account.UNCONSTRAINED)) {
            return new Delegation(Delegation.Kind.UNCONSTRAINED, allowedTo);
        } else if (!allowedTo.isEmpty()) {
            boolean isAny = account.isFlagged(Account.PROTOCOL_TRANSITION);
            return new Delegation(isAny ? Delegation.Kind.PROTOCOL_TRANSITION : Delegation.Kind.CONSTRAINED, allowedTo);
        }
        List<String> backEnds = backEnds(account);
        if (!backEnds.isEmpty()) {
            return new Delegation(Delegation.Kind.RESOURCE_BASED, backEnds);
        }
        boolean isKnown = registry.tells(account, SourceIntake::tellsOfDelegation);
        boolean areBackEndsKnown =
                registry.sources.stream().anyMatch(SourceIntake::tellsOfBackEnds) && areGroupsKnown(account);
        return isKnown && areBackEndsKnown ? new Delegation(Delegation.Kind.NONE, List.of()) : Delegation.UNSEEN;
    }

    /** Whether all of its groups are known, as far as some back end lets groups act as others. */
    private boolean areGroupsKnown(Account account) {
        if (others.stream().allMatch(this::isCircleWhole)) {
            return !account.dn().isEmpty() || others.isEmpty();
        }
        boolean isIdentified =
                others.stream().noneMatch(each -> (each.startsWith("s-1-") ? account.sid() : account.dn()).isEmpty());
        return isIdentified
                && registry.tells(account, SourceIntake::tellsOfGroups)
                && account.groups().stream().allMatch(group -> !group(group).isEmpty());
    }

    private boolean isCircleWhole(String identifier) {
        Long place = places.get(identifier);
        return place != null && circles.isWhole(place);
    }

    /** Whether an identifier is that of one account, or of all. */
    private boolean isSingle(String identifier) {
        return ALL.contains(identifier)
                || !registry.accounts(
                                registry.bySid.candidates(Identifier.last(identifier)),
                                a -> a.kind().isAccount() && a.sid().equalsIgnoreCase(identifier))
                        .isEmpty();
    }

    private List<Account> group(String dn) {
        return registry.accounts(registry.groups, dn, g -> g.dn().equalsIgnoreCase(dn));
    }

    /** The accounts that let this one act as others there, itself or one of its groups. */
    private List<String> backEnds(Account account) {
        Set<String> found = new TreeSet<>();
        if (!registry.backEnds.isEmpty()) {
            for (String key : identities(account)) {
                found.addAll(registry.backEnds.getOrDefault(key, List.of()));
            }
        }
        return found.stream().map(shown).toList();
    }

    private Set<String> identities(Account account) {
        Set<String> keys = new HashSet<>(ALL);
        keys.add(account.sid().toLowerCase(Locale.ROOT));
        keys.add(account.dn().toLowerCase(Locale.ROOT));
        int dash = account.sid().lastIndexOf('-');
        if (dash > 0) {
            String primary = account.kind() == AccountKind.USER ? "-513" : "-515";
            keys.add(account.sid().substring(0, dash).toLowerCase(Locale.ROOT) + primary);
        }
        for (long group : circles.around(Memberships.place(account.dn()))) {
            keys.addAll(identifiers.getOrDefault(group, List.of()));
        }
        List<String> level = account.groups();
        for (int i = 0; i < DEEPEST && !level.isEmpty(); i++) {
            List<String> above = new ArrayList<>();
            for (String group : level) {
                if (keys.add(group.toLowerCase(Locale.ROOT))) {
                    for (Account known : group(group)) {
                        keys.add(known.sid().toLowerCase(Locale.ROOT));
                        above.addAll(known.groups());
                    }
                }
            }
            level = above;
        }
        return keys;
    }
}
