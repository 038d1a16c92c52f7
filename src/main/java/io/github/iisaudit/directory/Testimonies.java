package io.github.iisaudit.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes one account of what two sources tell of it, and takes note of what they contradict each other about. */
final class Testimonies {

    /** What PowerShell tells of flags. */
    private static final int TOLD = Account.DISABLED | Account.UNCONSTRAINED | Account.PROTOCOL_TRANSITION;

    private final Registry registry;

    Testimonies(Registry registry) {
        this.registry = registry;
    }

    /** Two tellings of one account as one. */
    Account merged(Account one, Account other) {
        List<String> disputed = disputed(one, other);
        boolean areFlagsKnown = !disputed.contains(Attribute.FLAGS.written());
        return new Account(
                one.dn().isEmpty() ? other.dn() : one.dn(),
                better(one, other).name(),
                one.upn().isEmpty() ? other.upn() : one.upn(),
                one.hostName().isEmpty() ? other.hostName() : one.hostName(),
                better(one, other).kind(),
                one.sid().isEmpty() ? other.sid() : one.sid(),
                areFlagsKnown ? flags(one, other) : Optional.empty(),
                one.encryption().or(other::encryption),
                Math.max(one.passwordDay(), other.passwordDay()),
                union(one.spns(), other.spns()),
                one.isSpnWhole() || other.isSpnWhole(),
                union(one.allowedTo(), other.allowedTo()),
                union(one.groups(), other.groups()),
                disputed,
                one.sources() | other.sources());
    }

    private List<String> disputed(Account one, Account other) {
        Map<String, String> all = byKey(one.disputed());
        all.putAll(byKey(other.disputed()));
        if (areFlagsDisputed(one, other)) {
            all.put(Attribute.FLAGS.written(), Attribute.FLAGS.written());
        }
        dispute(all, one, other, Attribute.ENCRYPTION);
        dispute(all, one, other, Attribute.ALLOWED_TO);
        if (one.isSpnWhole() && other.isSpnWhole() && doBoth(one, other, SourceIntake::tellsOfNames)) {
            Map<String, String> ofOther = byKey(other.spns());
            Map<String, String> differing = byKey(one.spns());
            differing.keySet().removeAll(ofOther.keySet());
            ofOther.keySet().removeAll(byKey(one.spns()).keySet());
            all.putAll(differing);
            all.putAll(ofOther);
        }
        return List.copyOf(all.values());
    }

    private void dispute(Map<String, String> all, Account one, Account other, Attribute attribute) {
        boolean isSame = values(one, attribute).equals(values(other, attribute));
        if (!isSame && doesTell(one, attribute) && doesTell(other, attribute)) {
            all.put(attribute.written(), attribute.written());
        }
    }

    private static Object values(Account account, Attribute attribute) {
        return attribute == Attribute.ENCRYPTION
                ? account.encryption().orElse(0)
                : byKey(account.allowedTo()).keySet();
    }

    /** An account that has none of what others have in the same source has none. */
    private boolean doesTell(Account account, Attribute attribute) {
        boolean isThere =
                attribute == Attribute.ENCRYPTION && account.encryption().isPresent();
        return isThere || registry.tells(account, source -> source.shows(attribute));
    }

    private boolean doBoth(Account one, Account other, Predicate<SourceIntake> telling) {
        return registry.tells(one, telling) && registry.tells(other, telling);
    }

    private boolean areFlagsDisputed(Account one, Account other) {
        if (one.flags().isEmpty() || other.flags().isEmpty()) {
            return false;
        }
        int differing = (one.flags().get() ^ other.flags().get()) & TOLD;
        return (differing & Account.DISABLED) != 0 || differing != 0 && doBoth(one, other, SourceIntake::tellsOfFlags);
    }

    /** Of two the one that PowerShell did not make, else what both tell. */
    private static Optional<Integer> flags(Account one, Account other) {
        if (one.flags().isEmpty() || other.flags().isEmpty()) {
            return one.flags().or(other::flags);
        }
        if ((one.flags().get() & ~TOLD) != 0) {
            return one.flags();
        }
        return (other.flags().get() & ~TOLD) != 0
                ? other.flags()
                : Optional.of(one.flags().get() | other.flags().get());
    }

    /** Of two the one that was not guessed. */
    private static Account better(Account one, Account other) {
        return one.kind() != AccountKind.UNKNOWN && one.flags().isPresent()
                        || one.name().endsWith("$")
                        || other.flags().isEmpty() && !other.name().endsWith("$")
                ? one
                : other;
    }

    private static List<String> union(List<String> one, List<String> other) {
        Map<String, String> all = byKey(one);
        byKey(other).forEach(all::putIfAbsent);
        return List.copyOf(all.values());
    }

    private static Map<String, String> byKey(List<String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach(each -> all.putIfAbsent(each.toLowerCase(Locale.ROOT), each));
        return all;
    }
}
