package io.github.iisaudit.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * An export of a directory of any size, the same text each time: seven users of ten accounts, with what a mailbox and a telephone
 * add to them, computers with the names that they write for themselves, one managed account in fifty, and groups.
 */
final class DirectoryExport {

    private static final String SUFFIX = "DC=corp,DC=example";
    private static final String DOMAIN = "corp.example";
    private static final List<String> UNITS = List.of("Berlin", "Madrid", "Oslo", "Lima", "Pune");
    private static final String CATEGORY = ",CN=Schema,CN=Configuration," + SUFFIX;
    private static final long TICKS = 133_000_000_000_000_000L;

    private final OutputStream out;
    private final Charset charset;
    private final boolean isFull;
    private final StringBuilder entry = new StringBuilder();
    private int number;

    /** @param isFull whether all attributes are there, as ldifde writes them, or those that {@code docs/kerberos.md} names */
    DirectoryExport(OutputStream out, Charset charset, boolean isFull) {
        this.out = out;
        this.charset = charset;
        this.isFull = isFull;
    }

    /** Writes so many accounts of the usual mixture. */
    void write(int accounts) throws IOException {
        for (int i = 0; i < accounts; i++) {
            int kind = i % 50;
            if (kind < 35) {
                user(String.format(Locale.ROOT, "user%07d", i), List.of());
            } else if (kind < 47) {
                computer(String.format(Locale.ROOT, "PC%07d", i), i % 500 == 36);
            } else if (kind == 47) {
                managed(String.format(Locale.ROOT, "gmsa%07d", i));
            } else {
                group(String.format(Locale.ROOT, "Role %07d", i));
            }
        }
    }

    /** A user with names of services, or none. */
    void user(String name, List<String> spns) throws IOException {
        String unit = unit();
        begin("CN=" + name + ",OU=Users,OU=" + unit + "," + SUFFIX, List.of("person", "organizationalPerson", "user"));
        common(name, name, 513, spns.isEmpty() ? 512 : 66048);
        add("userPrincipalName", name + "@" + DOMAIN);
        spns.forEach(spn -> add("servicePrincipalName", spn));
        for (int i = 0; i < 3; i++) {
            add("memberOf", "CN=Role " + (number * 7 + i) % 997 + ",OU=Groups,OU=" + UNITS.get(i) + "," + SUFFIX);
        }
        if (isFull) {
            mailbox(name, unit);
        }
        end();
    }

    private void mailbox(String name, String unit) {
        add("sn", "Sánchez " + number);
        add("givenName", "Zoë");
        add("displayName", "Sánchez " + number + ", Zoë");
        add("title", "Clerk");
        add("department", "Purchasing " + number % 40);
        add("company", "Corp Example");
        add("l", unit);
        add("telephoneNumber", "+49 30 555 " + number);
        add("mail", name + "@" + DOMAIN);
        add("proxyAddresses", "SMTP:" + name + "@" + DOMAIN);
        add("proxyAddresses", "smtp:" + name + "@mail." + DOMAIN);
        add("manager", "CN=user0000001,OU=Users,OU=" + unit + "," + SUFFIX);
        add("homeMDB", "CN=DB0" + number % 9 + ",CN=Databases,CN=Exchange,CN=Services,CN=Configuration," + SUFFIX);
        add("legacyExchangeDN", "/o=Corp/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=" + name);
        addBytes("msExchMailboxSecurityDescriptor", descriptor());
        add("badPwdCount", "0");
        add("codePage", "0");
        add("countryCode", "0");
        add("logonCount", String.valueOf(number % 3000));
        add("lastLogonTimestamp", String.valueOf(TICKS + 8_640_000_000L * (number % 999)));
        add("accountExpires", "9223372036854775807");
        add("dSCorePropagationData", "20260102030405.0Z");
        add("dSCorePropagationData", "16010101000001.0Z");
    }

    /** A computer; it may let another one act as others there. */
    void computer(String name, boolean isBackEnd) throws IOException {
        begin(
                "CN=" + name + ",OU=Computers,OU=" + unit() + "," + SUFFIX,
                List.of("person", "organizationalPerson", "user", "computer"));
        common(name, name + "$", 515, 4096);
        String host = name.toLowerCase(Locale.ROOT) + "." + DOMAIN;
        add("dNSHostName", host);
        for (String type : List.of("WSMAN", "TERMSRV", "RestrictedKrbHost", "HOST")) {
            add("servicePrincipalName", type + "/" + name);
            add("servicePrincipalName", type + "/" + host);
        }
        add("msDS-SupportedEncryptionTypes", "28");
        if (isBackEnd) {
            addBytes("msDS-AllowedToActOnBehalfOfOtherIdentity", descriptor());
        }
        if (isFull) {
            add("operatingSystem", "Windows 11 Enterprise");
            add("operatingSystemVersion", "10.0 (26100)");
            add("localPolicyFlags", "0");
            add("isCriticalSystemObject", "FALSE");
            add("lastLogonTimestamp", String.valueOf(TICKS + 8_640_000_000L * (number % 999)));
        }
        end();
    }

    private void managed(String name) throws IOException {
        begin(
                "CN=" + name + ",CN=Managed Service Accounts," + SUFFIX,
                List.of("person", "organizationalPerson", "user", "computer", "msDS-GroupManagedServiceAccount"));
        common(name, name + "$", 515, 4096);
        add("dNSHostName", name + "." + DOMAIN);
        add("servicePrincipalName", "HTTP/" + name + "." + DOMAIN);
        add("msDS-SupportedEncryptionTypes", "24");
        add("msDS-AllowedToDelegateTo", "MSSQLSvc/sql" + number + "." + DOMAIN + ":1433");
        end();
    }

    private void group(String name) throws IOException {
        begin("CN=" + name + ",OU=Groups,OU=" + unit() + "," + SUFFIX, List.of("group"));
        common(name, name, 512, -1);
        add("groupType", "-2147483646");
        for (int i = 0; isFull && i < 5; i++) {
            add("member", "CN=user" + number * 31 % 99_999 + i + ",OU=Users,OU=Berlin," + SUFFIX);
        }
        end();
    }

    private String unit() {
        return UNITS.get(number % UNITS.size());
    }

    private void begin(String dn, List<String> classes) {
        number++;
        entry.setLength(0);
        add("dn", dn);
        if (isFull) {
            add("changetype", "add");
        }
        add("objectClass", "top");
        classes.forEach(each -> add("objectClass", each));
        if (isFull) {
            add("distinguishedName", dn);
            add("objectCategory", "CN=" + classes.get(classes.size() - 1) + CATEGORY);
        }
    }

    private void common(String name, String account, int primaryGroup, int flags) {
        add("cn", name);
        add("instanceType", "4");
        add("whenCreated", "20210304050607.0Z");
        if (isFull) {
            add("whenChanged", "20260708091011.0Z");
            add("uSNCreated", String.valueOf(12_345 + number));
            add("uSNChanged", String.valueOf(912_345 + number));
            add("name", name);
            addBytes(
                    "objectGUID",
                    ByteBuffer.allocate(16)
                            .putInt(number)
                            .putLong(4, TICKS + number)
                            .array());
            add("primaryGroupID", String.valueOf(primaryGroup));
            add("sAMAccountType", "805306368");
        }
        if (flags >= 0) {
            add("userAccountControl", String.valueOf(flags));
            add("pwdLastSet", String.valueOf(TICKS + 864_000_000L * (number % 9999)));
        }
        addBytes("objectSid", sid(number + 1000));
        add("sAMAccountName", account);
    }

    private static byte[] sid(int relative) {
        ByteBuffer sid = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
        sid.put(new byte[] {1, 5, 0, 0, 0, 0, 0, 5});
        return sid.putInt(21)
                .putInt(0x12345678)
                .putInt(0x23456789)
                .putInt(0x3456789A)
                .putInt(relative)
                .array();
    }

    /** A security descriptor with one entry, which allows an account all. */
    private byte[] descriptor() {
        byte[] sid = sid(number % 1000 + 1000);
        ByteBuffer all = ByteBuffer.allocate(36 + sid.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putShort((short) 1)
                .putShort((short) 0x8004)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(20);
        all.putShort((short) 2)
                .putShort((short) (16 + sid.length))
                .putShort((short) 1)
                .putShort((short) 0);
        all.putShort((short) 0)
                .putShort((short) (8 + sid.length))
                .putInt(0xF01FF)
                .put(sid);
        return all.array();
    }

    private void add(String name, String value) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(value)) {
            line(name + ": " + value);
        } else {
            addBytes(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addBytes(String name, byte[] value) {
        line(name + ":: " + Base64.getEncoder().encodeToString(value));
    }

    /** Folded where it is longer than ldapsearch and ldifde let lines be. */
    private void line(String text) {
        String rest = text;
        while (rest.length() > 78) {
            entry.append(rest, 0, 78).append("\r\n ");
            rest = rest.substring(78);
        }
        entry.append(rest).append("\r\n");
    }

    private void end() throws IOException {
        out.write(entry.append("\r\n").toString().getBytes(charset));
    }
}
