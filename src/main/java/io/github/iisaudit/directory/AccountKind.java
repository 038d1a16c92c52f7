package io.github.iisaudit.directory;

import java.util.Locale;
import java.util.Map;

/** What an object of a directory is. */
public enum AccountKind {
    USER,
    COMPUTER,

    /** One whose password the domain manages, of one machine, of a group of them, or delegated. */
    GMSA,
    GROUP,

    /** An account of which nothing tells what it is. */
    UNKNOWN,
    OTHER;

    /** A managed account is a computer as well, and that is a user. */
    private static final NamesInBytes<AccountKind> CLASSES = new NamesInBytes<>(Map.of(
            "user",
            USER,
            "inetorgperson",
            USER,
            "computer",
            COMPUTER,
            "msds-managedserviceaccount",
            GMSA,
            "msds-groupmanagedserviceaccount",
            GMSA,
            "msds-delegatedmanagedserviceaccount",
            GMSA,
            "group",
            GROUP));

    private static final Map<String, AccountKind> CATEGORIES = Map.of(
            "person",
            USER,
            "computer",
            COMPUTER,
            "ms-ds-managed-service-account",
            GMSA,
            "ms-ds-group-managed-service-account",
            GMSA,
            "ms-ds-delegated-managed-service-account",
            GMSA,
            "group",
            GROUP);

    private static final int WORKSTATION = 0x1000;
    private static final int SERVER = 0x2000;

    /** The name in output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is known to be one that signs in. */
    public boolean isAccount() {
        return this == USER || hasMappedNames();
    }

    /** Whether service principal names of the class host stand for others: users have none that do. */
    boolean hasMappedNames() {
        return this == COMPUTER || this == GMSA;
    }

    /** By its classes, else by what else is known of an account: flags, names. */
    static AccountKind of(Entry entry) {
        int left = entry.count(Attribute.OBJECT_CLASS);
        if (left == 0) {
            return byCategory(entry);
        }
        AccountKind kind = OTHER;
        for (int i = entry.first(Attribute.OBJECT_CLASS); left > 0; i = entry.next(i), left--) {
            AccountKind named = CLASSES.find(entry.bytes(), entry.start(i), entry.end(i));
            kind = named != null && (kind == OTHER || named.ordinal() > kind.ordinal()) ? named : kind;
        }
        return kind;
    }

    /** That of the object that stands for the class: {@code CN=Computer,CN=Schema,CN=Configuration,…}; else what the rest makes likely. */
    private static AccountKind byCategory(Entry entry) {
        String category = DistinguishedName.name(entry.value(Attribute.OBJECT_CATEGORY));
        return category.isEmpty() ? guess(entry) : CATEGORIES.getOrDefault(category.toLowerCase(Locale.ROOT), OTHER);
    }

    private static AccountKind guess(Entry entry) {
        boolean isNamed = entry.has(Attribute.ACCOUNT_NAME);
        boolean isMachine = entry.value(Attribute.ACCOUNT_NAME).endsWith("$")
                || (entry.number(Attribute.FLAGS, 0) & (WORKSTATION | SERVER)) != 0;
        if (entry.dn().toLowerCase(Locale.ROOT).contains(",cn=managed service accounts,")) {
            return GMSA;
        } else if ((isMachine || !isNamed && !AccountReader.hasFlags(entry)) && hasHostName(entry)) {
            return COMPUTER;
        } else if (isMachine) {
            return entry.has(Attribute.SPN) ? GMSA : COMPUTER;
        }
        boolean hasNames = entry.has(Attribute.SPN) || entry.isLost(Attribute.SPN);
        if (AccountReader.hasFlags(entry) || entry.has(Attribute.UPN) || isNamed && hasNames) {
            return USER;
        }
        return isNamed || hasNames ? UNKNOWN : OTHER;
    }

    /** Machines write their own name when they join, under which they lie where nobody moved it. */
    private static boolean hasHostName(Entry entry) {
        String name = DistinguishedName.name(entry.dn());
        for (String spn : entry.values(Attribute.SPN)) {
            int slash = spn.indexOf('/') + 1;
            boolean isOwn = name.isEmpty()
                    || spn.length() >= slash + name.length()
                            && spn.regionMatches(true, slash, name, 0, name.length())
                            && (spn.length() == slash + name.length() || spn.charAt(slash + name.length()) == '.');
            boolean isHost = spn.regionMatches(true, 0, "host/", 0, 5)
                    || spn.regionMatches(true, 0, "restrictedkrbhost/", 0, 18);
            if (isHost && isOwn) {
                return true;
            }
        }
        return false;
    }
}
