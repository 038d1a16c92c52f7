package io.github.iisaudit.directory;

/** What entries say as accounts. */
final class AccountReader {

    static final long TICKS_OF_DAY = 864_000_000_000L;

    private AccountReader() {}

    /** Makes one of an account, from which the same account can be read. */
    static Entry entry(Account account) {
        Entry entry = new Entry();
        entry.add(Attribute.DN, account.dn());
        entry.add(Attribute.ACCOUNT_NAME, account.name());
        entry.add(Attribute.UPN, account.upn());
        entry.add(Attribute.HOST_NAME, account.hostName());
        entry.add(Attribute.SID, account.sid());
        account.flags().ifPresent(flags -> entry.add(Attribute.FLAGS, String.valueOf(flags)));
        account.encryption().ifPresent(types -> entry.add(Attribute.ENCRYPTION, String.valueOf(types)));
        entry.add(Attribute.PASSWORD_SET, String.valueOf(account.passwordDay() * TICKS_OF_DAY));
        account.spns().forEach(spn -> entry.add(Attribute.SPN, spn));
        account.allowedTo().forEach(spn -> entry.add(Attribute.ALLOWED_TO, spn));
        account.groups().forEach(group -> entry.add(Attribute.MEMBER_OF, group));
        account.disputed().forEach(each -> entry.add(Attribute.DISPUTED, each));
        if (!account.isSpnWhole()) {
            entry.lose(Attribute.SPN);
        }
        return entry;
    }

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

    static boolean hasHttp(Entry entry) {
        int left = entry.count(Attribute.SPN);
        for (int i = entry.first(Attribute.SPN); left > 0; i = entry.next(i), left--) {
            if (isOf(entry, i, "http")) {
                return true;
            }
        }
        return false;
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
}
