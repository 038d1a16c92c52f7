package io.github.iisaudit.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What entries say as accounts. */
final class AccountReader {

    static final long TICKS_OF_DAY = 864_000_000_000L;

    private AccountReader() {}

    /** Gives an account that has no name for signing in the one that it must have by the rest. */
    static void name(Entry entry, AccountKind kind) {
        if (entry.has(Attribute.ACCOUNT_NAME)) {
            return;
        }
        String cn = DistinguishedName.name(entry.dn());
        String name = cn.isEmpty() ? entry.value(Attribute.CN) : cn;
        boolean isMachine = kind == AccountKind.COMPUTER || kind == AccountKind.GMSA;
        entry.add(Attribute.ACCOUNT_NAME, isMachine && !name.isEmpty() && !name.endsWith("$") ? name + "$" : name);
    }

    static boolean hasFlags(Entry entry) {
        return entry.has(Attribute.FLAGS) || entry.has(Attribute.ENABLED);
    }

    /** The flags, or what PowerShell makes of them. */
    static int flags(Entry entry) {
        if (entry.has(Attribute.FLAGS)) {
            return (int) entry.number(Attribute.FLAGS, 0);
        }
        return (entry.value(Attribute.ENABLED).equalsIgnoreCase("false") ? Account.DISABLED : 0)
                | (isTrue(entry, Attribute.TRUSTED) ? Account.UNCONSTRAINED : 0)
                | (isTrue(entry, Attribute.TRUSTED_TO_AUTH) ? Account.PROTOCOL_TRANSITION : 0);
    }

    private static boolean isTrue(Entry entry, Attribute name) {
        return entry.value(name).equalsIgnoreCase("true");
    }

    static int passwordDay(Entry entry) {
        long ticks = Math.max(0, Math.min(entry.number(Attribute.PASSWORD_SET, 0), Long.MAX_VALUE / 2));
        return (int) (ticks / TICKS_OF_DAY);
    }

    /** Whether a service principal name is of a class of four letters, given in lower case. */
    static boolean isOf(Entry entry, int number, String type) {
        byte[] bytes = entry.bytes();
        int start = entry.start(number);
        return entry.end(number) - start > 4
                && bytes[start + 4] == '/'
                && (bytes[start] | 0x20) == type.charAt(0)
                && (bytes[start + 1] | 0x20) == type.charAt(1)
                && (bytes[start + 2] | 0x20) == type.charAt(2)
                && (bytes[start + 3] | 0x20) == type.charAt(3);
    }

    /** Two tellings of one account as one. */
    static Account merged(Account one, Account other) {
        boolean isOneWhole = one.isSpnWhole();
        return new Account(
                one.dn().isEmpty() ? other.dn() : one.dn(),
                better(one, other).name(),
                one.upn().isEmpty() ? other.upn() : one.upn(),
                one.hostName().isEmpty() ? other.hostName() : one.hostName(),
                better(one, other).kind(),
                one.sid().isEmpty() ? other.sid() : one.sid(),
                one.flags().or(other::flags),
                one.encryption().or(other::encryption),
                Math.max(one.passwordDay(), other.passwordDay()),
                union(one.spns(), other.spns()),
                isOneWhole || other.isSpnWhole(),
                union(one.allowedTo(), other.allowedTo()),
                union(one.groups(), other.groups()),
                one.sources() | other.sources());
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
        Map<String, String> all = new LinkedHashMap<>();
        one.forEach(each -> all.putIfAbsent(each.toLowerCase(Locale.ROOT), each));
        other.forEach(each -> all.putIfAbsent(each.toLowerCase(Locale.ROOT), each));
        return List.copyOf(all.values());
    }
}
