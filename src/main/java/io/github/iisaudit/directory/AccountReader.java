package io.github.iisaudit.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What entries say as accounts. */
final class AccountReader {

    private static final long TICKS_OF_DAY = 864_000_000_000L;

    private final RecentTexts groups = new RecentTexts();

    Account account(Entry entry, AccountKind kind, long source) {
        String name = name(entry, kind);
        return new Account(
                entry.dn(),
                name,
                upn(entry, name),
                kind == AccountKind.USER ? "" : entry.value(Attribute.HOST_NAME),
                kind,
                sid(entry),
                flags(entry),
                entry.has(Attribute.ENCRYPTION)
                        ? Optional.of((int) entry.number(Attribute.ENCRYPTION, 0))
                        : Optional.empty(),
                (int) (Math.max(0, Math.min(entry.number(Attribute.PASSWORD_SET, 0), Long.MAX_VALUE / 2))
                        / TICKS_OF_DAY),
                entry.values(Attribute.SPN).stream()
                        .filter(AccountReader::isOfWeb)
                        .toList(),
                !entry.isLost(Attribute.SPN),
                entry.values(Attribute.ALLOWED_TO),
                entry.values(Attribute.MEMBER_OF, groups),
                source);
    }

    private static String name(Entry entry, AccountKind kind) {
        String sam = entry.value(Attribute.ACCOUNT_NAME);
        if (!sam.isEmpty()) {
            return sam;
        }
        String cn = DistinguishedName.name(entry.dn());
        String name = cn.isEmpty() ? entry.value(Attribute.CN) : cn;
        boolean isMachine = kind == AccountKind.COMPUTER || kind == AccountKind.GMSA;
        return isMachine && !name.isEmpty() && !name.endsWith("$") ? name + "$" : name;
    }

    private static String upn(Entry entry, String name) {
        String upn = entry.value(Attribute.UPN);
        if (upn.isEmpty() || !upn.regionMatches(true, 0, name, 0, name.length())) {
            return upn;
        }
        String usual = name + "@" + DistinguishedName.domain(entry.dn());
        return upn.equalsIgnoreCase(usual) ? "" : upn;
    }

    private static String sid(Entry entry) {
        byte[] bytes = entry.bytes(Attribute.SID);
        String text = entry.value(Attribute.SID);
        return bytes != null ? SecurityDescriptor.sid(bytes) : text.startsWith("S-1-") ? text : "";
    }

    /** From the flags, or from what PowerShell makes of them. */
    private static Optional<Integer> flags(Entry entry) {
        if (entry.has(Attribute.FLAGS)) {
            return Optional.of((int) entry.number(Attribute.FLAGS, 0));
        }
        String enabled = entry.value(Attribute.ENABLED);
        if (enabled.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((enabled.equalsIgnoreCase("false") ? Account.DISABLED : 0)
                | (isTrue(entry, Attribute.TRUSTED) ? Account.UNCONSTRAINED : 0)
                | (isTrue(entry, Attribute.TRUSTED_TO_AUTH) ? Account.PROTOCOL_TRANSITION : 0));
    }

    private static boolean isTrue(Entry entry, Attribute name) {
        return entry.value(name).equalsIgnoreCase("true");
    }

    private static boolean isOfWeb(String spn) {
        return isOf(spn, "http") || isOf(spn, "host");
    }

    static boolean isOf(String spn, String type) {
        return spn.length() > type.length()
                && spn.charAt(type.length()) == '/'
                && spn.regionMatches(true, 0, type, 0, type.length());
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
