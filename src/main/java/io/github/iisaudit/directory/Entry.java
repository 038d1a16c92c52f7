package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as a source tells of it: the few attributes that matter, by the names that LDAP has for them, in lower case. */
final class Entry {

    static final String SPN = "serviceprincipalname";
    static final String ALLOWED_TO = "msds-allowedtodelegateto";
    static final String ALLOWED_FROM = "msds-allowedtoactonbehalfofotheridentity";
    static final String PRINCIPALS = "principalsallowedtodelegatetoaccount";
    static final String ENCRYPTION = "msds-supportedencryptiontypes";
    static final String FLAGS = "useraccountcontrol";
    static final String SID = "objectsid";

    /** What an entry of LDIF has that is a change rather than an object. */
    static final String CHANGE = "changetype";

    /** What all others of PowerShell's names are called in LDAP. */
    private static final Map<String, String> POWERSHELL =
            Map.of("serviceprincipalnames", SPN, "sid", SID, "distinguishedname", "dn", "name", "cn");

    private static final Set<String> WANTED = Set.of(
            "dn",
            "objectclass",
            "cn",
            "samaccountname",
            "userprincipalname",
            "dnshostname",
            SPN,
            FLAGS,
            ALLOWED_TO,
            ALLOWED_FROM,
            PRINCIPALS,
            ENCRYPTION,
            SID,
            "memberof",
            "pwdlastset",
            "enabled",
            "trustedfordelegation",
            "trustedtoauthfordelegation",
            "spnmappings",
            "netbiosname",
            "ncname",
            "instancetype",
            "whencreated");

    /** More of one kind are none that anybody registered. */
    private static final int MOST = 5000;

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, byte[]> binaries = new HashMap<>();
    private String dn = "";
    private final Set<String> lost = new HashSet<>();

    private static final AttributeNames NAMES = names();

    private static AttributeNames names() {
        Map<String, String> names = new HashMap<>();
        WANTED.forEach(name -> names.put(name, name));
        names.remove("cn");
        names.put(CHANGE, CHANGE);
        return new AttributeNames(names);
    }

    /** The name of an attribute of LDIF, which stands among bytes; null where it does not matter beside the distinguished name. */
    static @Nullable String wanted(byte[] bytes, int start, int end) {
        int stop = start;
        while (stop < end && bytes[stop] != ';' && bytes[stop] > ' ') {
            stop++;
        }
        return NAMES.find(bytes, start, stop);
    }

    /** The name that an attribute of LDAP or property of PowerShell has here; null where it does not matter. */
    static @Nullable String wanted(String attribute) {
        int options = attribute.indexOf(';');
        String lower = (options < 0 ? attribute : attribute.substring(0, options))
                .strip()
                .toLowerCase(Locale.ROOT);
        String name = POWERSHELL.getOrDefault(lower, lower);
        return WANTED.contains(name) ? name : null;
    }

    String dn() {
        return dn;
    }

    /** Takes note of a value. */
    void add(String name, String value) {
        if (name.equals("dn")) {
            dn = value;
            return;
        }
        List<String> all = values.computeIfAbsent(name, k -> new ArrayList<>(1));
        if (all.size() < MOST && !value.isEmpty()) {
            all.add(value);
        }
    }

    /** Takes note of bytes; false where they are no Base64. */
    boolean addBase64(String name, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        addBytes(name, bytes);
        return true;
    }

    void addBytes(String name, byte[] bytes) {
        if (name.equals(SID) || name.equals(ALLOWED_FROM)) {
            binaries.put(name, bytes);
        } else {
            add(name, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Takes note that not all values of an attribute are there. */
    void lose(String name) {
        lost.add(name);
    }

    /** Whether values of an attribute may be missing. */
    boolean isLost(String name) {
        return lost.contains(name);
    }

    boolean has(String name) {
        return values.containsKey(name) || binaries.containsKey(name);
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    String value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    long number(String name, long otherwise) {
        String text = value(name).strip();
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    byte @Nullable [] bytes(String name) {
        return binaries.get(name);
    }

    boolean isEmpty() {
        return dn.isEmpty() && values.isEmpty() && binaries.isEmpty();
    }
}
