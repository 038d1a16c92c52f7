package io.github.iisaudit.directory;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few attributes of objects that matter. */
enum Attribute {
    DN("dn"),
    OBJECT_CLASS("objectClass"),
    OBJECT_CATEGORY("objectCategory"),
    CN("cn"),
    ACCOUNT_NAME("sAMAccountName"),
    UPN("userPrincipalName"),
    HOST_NAME("dNSHostName"),
    SPN("servicePrincipalName"),
    FLAGS("userAccountControl"),
    ALLOWED_TO("msDS-AllowedToDelegateTo"),
    ALLOWED_FROM("msDS-AllowedToActOnBehalfOfOtherIdentity"),
    ALLOWED_FROM_BYTES("msDS-AllowedToActOnBehalfOfOtherIdentity;"),
    PRINCIPALS("PrincipalsAllowedToDelegateToAccount"),
    ENCRYPTION("msDS-SupportedEncryptionTypes"),
    SID("objectSid"),
    SID_BYTES("objectSid;"),
    MEMBER_OF("memberOf"),
    MEMBER("member"),
    PASSWORD_SET("pwdLastSet"),
    ENABLED("Enabled"),
    TRUSTED("TrustedForDelegation"),
    TRUSTED_TO_AUTH("TrustedToAuthForDelegation"),
    DISPUTED("disputed;"),
    SPN_MAPPINGS("sPNMappings"),
    NETBIOS_NAME("nETBIOSName"),
    NC_NAME("nCName"),
    FLAT_NAME("flatName"),
    TRUST_PARTNER("trustPartner"),
    INSTANCE_TYPE("instanceType"),
    WHEN_CREATED("whenCreated"),
    CHANGE_NUMBER("uSNChanged"),

    /** What an entry of LDIF has that is a change rather than an object. */
    CHANGE("changetype");

    /** What PowerShell calls others. */
    private static final Map<String, Attribute> POWERSHELL =
            Map.of("serviceprincipalnames", SPN, "sid", SID, "distinguishedname", DN, "name", CN, "members", MEMBER);

    private static final Map<String, Attribute> NAMES = new HashMap<>();

    /** Those of LDIF, where the distinguished name stands at the beginning and has the common name in it. */
    private static final NamesInBytes<Attribute> OF_LDIF;

    static {
        Map<String, Attribute> written = new HashMap<>();
        for (Attribute each : values()) {
            NAMES.put(each.key, each);
            written.put(each.written, each);
        }
        written.remove(CN.written);
        OF_LDIF = new NamesInBytes<>(written);
        NAMES.remove(CHANGE.key);
        NAMES.putAll(POWERSHELL);
    }

    private final String written;
    private final String key;

    Attribute(String name) {
        this.written = name;
        this.key = name.toLowerCase(Locale.ROOT);
    }

    /** What it is called in the directory. */
    String written() {
        return written;
    }

    /** What it is where there are bytes rather than a text; itself where bytes are text. */
    Attribute binary() {
        return this == SID ? SID_BYTES : this == ALLOWED_FROM ? ALLOWED_FROM_BYTES : this;
    }

    /** That of a name in LDIF, which stands among bytes; null where it does not matter. */
    static @Nullable Attribute of(byte[] bytes, int start, int end) {
        return OF_LDIF.find(bytes, start, end);
    }

    /** That of a name in LDAP or of PowerShell's; null where it does not matter. */
    static @Nullable Attribute of(String name) {
        int options = name.indexOf(';');
        String bare = options < 0 ? name : name.substring(0, options);
        return NAMES.get(bare.strip().toLowerCase(Locale.ROOT));
    }
}
