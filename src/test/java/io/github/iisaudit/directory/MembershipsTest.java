package io.github.iisaudit.directory;

import static io.github.iisaudit.directory.Exports.computer;
import static io.github.iisaudit.directory.Exports.ldif;
import static io.github.iisaudit.directory.Exports.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.directory.Delegation.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A right to delegate that a group has, where only groups say who is in them. */
class MembershipsTest {

    /** A server lets the group Farm act as others; nobody chose attributes. */
    private static final String SQL = computer(
            "SQL01",
            "instanceType: 4",
            "whenCreated: 20240115083000.0Z",
            "uSNChanged: 12017",
            "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;GA;;;S-1-5-21-1-2-3-8)");

    private static final String SVC = user("Müller", "userAccountControl: 66048");

    private static String group(String name, int last, String... members) {
        return ldif(
                        "dn: CN=" + name + ",DC=contoso,DC=test",
                        "objectClass: group",
                        "sAMAccountName: " + name,
                        "objectSid: S-1-5-21-1-2-3-" + last)
                + ldif(members)
                + "\n";
    }

    private static Kind delegation(String... texts) {
        Directory directory = Exports.of(texts);
        return directory.delegation(directory.account("Müller").orElseThrow()).kind();
    }

    @Test
    void aGroupSaysWhoIsInIt() {
        assertThat(delegation(SVC + SQL + group("Farm", 8, "member: cn=MÜLLER,dc=contoso,dc=test")))
                .isEqualTo(Kind.RESOURCE_BASED);
        assertThat(delegation(SVC + SQL + group("Farm", 8, "member: CN=SQL01,DC=contoso,DC=test")))
                .isEqualTo(Kind.NONE);
    }

    @Test
    void aGroupInAGroupCountsToo() {
        String inner = group("Inner", 9, "member: CN=Müller,DC=contoso,DC=test", "member: CN=Farm,DC=contoso,DC=test");
        String outer = group("Farm", 8, "member: CN=Inner,DC=contoso,DC=test");
        assertThat(delegation(SVC + SQL + outer + inner)).isEqualTo(Kind.RESOURCE_BASED);
        assertThat(delegation(SVC + SQL, outer, inner)).isEqualTo(Kind.RESOURCE_BASED);
    }

    @Test
    void nobodyIsSaidNotToBeInAGroupOfWhichNotAllIsKnown() {
        for (String farm : new String[] {
            group("Farm", 8),
            group("Farm", 8, "member;range=0-1499: CN=SQL01,DC=contoso,DC=test"),
            group("Farm", 8, "member: CN=Absent,DC=contoso,DC=test"),
            group("Farm", 8, "member: CN=Empty,DC=contoso,DC=test") + group("Empty", 9)
        }) {
            assertThat(delegation(SVC + SQL + farm)).as(farm).isEqualTo(Kind.UNKNOWN);
        }
    }

    @Test
    void theGroupsOfASourceThatIsNotUsedAreNot() throws UnreadableDirectoryException {
        Registry registry = new Registry();
        String farm = group("Farm", 8, "member: CN=Müller,DC=contoso,DC=test");
        try {
            Exports.read(registry, farm + "dn", StandardCharsets.UTF_8);
        } catch (UnreadableDirectoryException e) {
            assertThat(e).hasMessageContaining("cut short");
        }
        Exports.read(registry, SVC + SQL + group("Farm", 8), StandardCharsets.UTF_8);
        Directory directory = registry.directory();
        assertThat(directory
                        .delegation(directory.account("Müller").orElseThrow())
                        .kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void tablesAndJsonSayItToo() {
        String table = "DN,objectClass,sAMAccountName,objectSid,member\r\n\"CN=Farm,DC=contoso,DC=test\",group,Farm,"
                + "S-1-5-21-1-2-3-8,\"CN=SQL01,DC=contoso,DC=test;CN=Müller,DC=contoso,DC=test\"\r\n";
        String json = "[{\"DistinguishedName\": \"CN=Farm,DC=contoso,DC=test\", \"ObjectClass\": \"group\","
                + " \"SamAccountName\": \"Farm\", \"SID\": {\"Value\": \"S-1-5-21-1-2-3-8\"},"
                + " \"Members\": [\"CN=SQL01,DC=contoso,DC=test\", \"CN=Müller,DC=contoso,DC=test\"]}]";
        for (String text : new String[] {
            table,
            json,
            json.replace("[\"", "\"").replace("\", \"CN=M", " CN=M").replace("\"]", "\"")
        }) {
            assertThat(delegation(SVC + SQL, text)).as(text).isEqualTo(Kind.RESOURCE_BASED);
        }
    }
}
