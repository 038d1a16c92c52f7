package io.github.iisaudit.directory;

import static io.github.iisaudit.directory.Exports.computer;
import static io.github.iisaudit.directory.Exports.ldif;
import static io.github.iisaudit.directory.Exports.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.directory.Directory.Through;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who holds a name, who an account is, what it may. */
class DirectoryTest {

    private static final String SID = "objectSid: S-1-5-21-1-2-3-1105";

    private static Delegation delegation(String text) {
        Directory directory = Exports.of(text, computer("WEB01"));
        return directory.delegation(directory.account("svc").orElseThrow());
    }

    @Test
    void anExactNameComesBeforeTheHostName() {
        Directory directory = Exports.of(computer("WEB01") + user("svc", "servicePrincipalName: HTTP/web01"));
        assertThat(directory.holders("HTTP/web01").through()).isEqualTo(Through.HTTP);
        assertThat(directory.holders("HTTP/web01.contoso.test").through()).isEqualTo(Through.HOST);
        assertThat(directory.holders("HTTP/web01.other").through()).isEqualTo(Through.NONE);
    }

    @Test
    void theHostNameOfAUserStandsForNothing() {
        assertThat(Exports.of(user("svc", "servicePrincipalName: HOST/hr"))
                        .holders("HTTP/hr")
                        .accounts())
                .isEmpty();
    }

    @Test
    void whatStandsForHttpIsWhatTheForestSays() {
        String mappings = ldif(
                "dn: CN=Directory Service,CN=Windows NT,CN=Services,CN=Configuration,DC=contoso,DC=test",
                "sPNMappings: host=alerter,dns",
                "");
        assertThat(Exports.of(computer("WEB01") + mappings)
                        .holders("HTTP/web01")
                        .accounts())
                .isEmpty();
    }

    @Test
    void anAccountIsFoundByEveryNameOfItsDomain() {
        Directory directory = Exports.of(user("svc", "userPrincipalName: web@corp.example"));
        for (String name :
                List.of("CONTOSO\\SVC", "contoso.test\\svc", "svc@contoso.test", "web@corp.example", "svc")) {
            assertThat(directory.account(name)).as(name).isPresent();
        }
        assertThat(directory.account("CONTOSO\\other")).isEmpty();
    }

    @Test
    void oneOfSeveralDomainsIsToldByItsName() {
        String other = ldif(
                "dn: CN=svc,DC=eu,DC=fabrikam,DC=test",
                "objectClass: user",
                "sAMAccountName: svc",
                "",
                "dn: CN=FAB,CN=Partitions,CN=Configuration,DC=fabrikam,DC=test",
                "nETBIOSName: FAB",
                "nCName: DC=eu,DC=fabrikam,DC=test",
                "");
        Directory directory = Exports.of(user("svc") + other);
        assertThat(directory.account("svc")).isEmpty();
        assertThat(directory.account("FAB\\svc").map(directory::shown)).contains("FAB\\svc");
        assertThat(directory.account("CONTOSO\\svc").map(directory::shown)).contains("CONTOSO\\svc");
        assertThat(directory.account("NOWHERE\\svc")).isEmpty();
    }

    @Test
    void delegationIsWhatFlagsAndListsSay() {
        String list = "msDS-AllowedToDelegateTo: cifs/fs01";
        assertThat(delegation(user("svc", "userAccountControl: 590336", list)).kind())
                .isEqualTo(Delegation.Kind.UNCONSTRAINED);
        assertThat(delegation(user("svc", "userAccountControl: 66048", list)))
                .isEqualTo(new Delegation(Delegation.Kind.CONSTRAINED, List.of("cifs/fs01")));
        assertThat(delegation(user("svc", "userAccountControl: 16843264", list)).kind())
                .isEqualTo(Delegation.Kind.PROTOCOL_TRANSITION);
        assertThat(delegation(user("svc", "userAccountControl: 16843264") + user("svc2", list))
                        .kind())
                .isEqualTo(Delegation.Kind.NONE);
    }

    @Test
    void aServerMayLetAnAccountOrItsGroupActAsOthers() {
        String direct =
                computer("SQL01", "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;GA;;;S-1-5-21-1-2-3-1105)");
        assertThat(delegation(user("svc", SID) + direct))
                .isEqualTo(new Delegation(Delegation.Kind.RESOURCE_BASED, List.of("CONTOSO\\SQL01$")));
        String group =
                ldif("dn: CN=Farm,DC=contoso,DC=test", "objectClass: group", "objectSid: S-1-5-21-1-2-3-1105", "", "");
        assertThat(delegation(user("svc", "memberOf: CN=Farm,DC=contoso,DC=test") + group + direct)
                        .kind())
                .isEqualTo(Delegation.Kind.RESOURCE_BASED);
    }

    @Test
    void nothingIsSaidOfDelegationWhereNoExportAskedForIt() {
        assertThat(delegation(user("svc", "userAccountControl: 66048"))).isEqualTo(Delegation.UNSEEN);
        assertThat(delegation(user("svc", "cn: svc") + user("b", "msDS-AllowedToDelegateTo: x/y")))
                .isEqualTo(Delegation.UNSEEN);
    }

    @Test
    void encryptionTypesAreWhatTheAccountStates() {
        Directory directory = Exports.of(user("rc4", "msDS-SupportedEncryptionTypes: 4")
                + user("aes", "msDS-SupportedEncryptionTypes: 24")
                + user("des", "userAccountControl: 2163200")
                + user("none", "userAccountControl: 66048"));
        assertThat(List.of("rc4", "aes", "des", "none"))
                .extracting(name -> directory
                        .encryption(directory.account(name).orElseThrow())
                        .verdict()
                        .id())
                .containsExactly("rc4-only", "fine", "des-only", "default");
        Directory silent = Exports.of(user("svc", "userAccountControl: 66048"));
        assertThat(silent.encryption(silent.account("svc").orElseThrow())).isEqualTo(Encryption.UNSEEN);
    }

    @Test
    void absenceIsKnownOnlyWhereUsersAndComputersAre() {
        assertThat(Exports.of(user("svc", "servicePrincipalName: HTTP/a")).isExactKnown("HTTP/b"))
                .isFalse();
        Directory both = Exports.of(user("svc", "servicePrincipalName: HTTP/a") + computer("WEB01"));
        assertThat(both.isExactKnown("HTTP/b")).isTrue();
        assertThat(both.isMappedKnown("HTTP/b")).isTrue();
        Directory http = Exports.of(
                user("svc", "servicePrincipalName: HTTP/a") + computer("WEB01", "servicePrincipalName: HTTP/c"));
        assertThat(http.isMappedKnown("HTTP/b")).isFalse();
    }
}
