package io.github.iisaudit.directory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes one account of those that several sources tell of. */
final class Merging {

    private final Ledger ledger;
    private final Map<Integer, Integer> moved;
    private final Testimonies testimonies;

    Merging(Registry registry) {
        this.ledger = registry.ledger;
        this.moved = registry.moved;
        this.testimonies = new Testimonies(registry);
    }

    /**
     * Those of some that are the same by where they lie, else by their identifier or name.
     *
     * @param numbers in order
     */
    void alike(int[] numbers) {
        if (numbers[0] == numbers[numbers.length - 1]) {
            return; // one that names its place twice, as csvde has it
        }
        Map<String, Set<Integer>> same = new LinkedHashMap<>();
        for (int number : numbers) {
            String identity = identity(ledger.get(number)).toLowerCase(Locale.ROOT);
            same.computeIfAbsent(identity, k -> new LinkedHashSet<>(2)).add(number);
        }
        same.values().forEach(this::merge);
    }

    private void merge(Set<Integer> same) {
        List<Integer> all = List.copyOf(same);
        if (all.size() > 1) {
            ledger.set(all.get(0), merged(all));
            all.subList(1, all.size()).forEach(number -> moved.put(number, all.get(0)));
        }
    }

    /** Half by half: of one that is told of thousands of times each name is looked at a few times only. */
    private Account merged(List<Integer> numbers) {
        int half = numbers.size() / 2;
        return half == 0
                ? ledger.get(numbers.get(0))
                : testimonies.merged(
                        merged(numbers.subList(0, numbers.size() - half)),
                        merged(numbers.subList(numbers.size() - half, numbers.size())));
    }

    private static String identity(Account account) {
        return !account.dn().isEmpty() ? account.dn() : !account.sid().isEmpty() ? account.sid() : account.name();
    }

    /** What a number became part of in the end; itself where it did not. */
    static int target(Map<Integer, Integer> moved, int number) {
        int target = number;
        for (Integer next = moved.get(target); next != null; next = moved.get(target)) {
            target = next;
        }
        return target;
    }

    private void move(int number, int target) {
        ledger.set(target, testimonies.merged(ledger.get(target), ledger.get(number)));
        moved.put(number, target);
    }

    /** One of which nobody says where it lies is the only other one of its name, were it without its dollar. */
    void homeless(int number, KeyIndex byName) {
        Account account = ledger.get(number);
        Set<Integer> others = new LinkedHashSet<>();
        String name = account.name();
        for (String each :
                new String[] {name, name.endsWith("$") ? name.substring(0, name.length() - 1) : name + "$"}) {
            for (int candidate : byName.candidates(each)) {
                int other = target(moved, candidate);
                if (other != number && isSame(account, ledger.get(other))) {
                    others.add(other);
                }
            }
        }
        if (others.size() == 1 && !moved.containsKey(number)) {
            move(number, others.iterator().next());
        }
    }

    private static boolean isSame(Account one, Account other) {
        boolean mayBeTheSame =
                one.sid().isEmpty() || other.sid().isEmpty() || one.sid().equalsIgnoreCase(other.sid());
        boolean isAny = one.kind() == AccountKind.UNKNOWN || other.kind() == AccountKind.UNKNOWN;
        return mayBeTheSame
                && (one.name().equalsIgnoreCase(other.name())
                        || isAny && bare(one).equalsIgnoreCase(bare(other)));
    }

    private static String bare(Account account) {
        String name = account.name();
        return name.endsWith("$") ? name.substring(0, name.length() - 1) : name;
    }
}
