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

    /** What shows that nobody chose attributes. */
    private static final String[] EVERYTHING = {
        "instanceType: 4", "whenCreated: 20240115083000.0Z", "uSNChanged: 12017", "msDS-SupportedEncryptionTypes: 28"
    };

    private static Delegation delegation(String text) {
        Directory directory = Exports.of(text + computer("WEB01", EVERYTHING));
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

    /** What is asked for by a class on the right is looked for by that on the left, and not the other way round. */
    @Test
    void anotherClassThanHostMayStandForHttp() {
        String of =
                "dn: CN=Directory Service,CN=Windows NT,CN=Services,CN=Configuration,DC=contoso,DC=test\nsPNMappings: ";
        String computer = computer("WEB01", "servicePrincipalName: W3SVC/www");
        Directory directory = Exports.of(of + "w3svc=ftp,HTTP\n\n" + computer);
        assertThat(directory.holders("HTTP/www").through()).isEqualTo(Through.HOST);
        assertThat(directory.holders("HTTP/web01").through()).isEqualTo(Through.NONE);
        assertThat(Exports.of(of + "host=http\nsPNMappings: http=w3svc\n\n" + computer)
                        .holders("HTTP/www")
                        .through())
                .isEqualTo(Through.NONE);
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
    void whatAnAccountSaysIsKeptWhateverItIsCalled() {
        for (String name : List.of("svc", "Müller", "a, b", "x=y")) {
            String dn = "CN=" + name.replace(",", "\\,") + ",OU=Größe,DC=contoso,DC=test";
            Directory directory = Exports.of(ldif(
                    "dn: " + dn,
                    "objectClass: user",
                    "sAMAccountName: " + name,
                    "userPrincipalName: " + name + "@Contoso.Test",
                    SID,
                    "userAccountControl: 66050",
                    "msDS-SupportedEncryptionTypes: 24",
                    "memberOf: CN=Rôle,DC=contoso,DC=test",
                    "servicePrincipalName: HTTP/Ünder",
                    "servicePrincipalName: MSSQLSvc/x",
                    ""));
            assertThat(directory.holders("http/ünder").accounts())
                    .as(name)
                    .containsExactly(directory.account(name).orElseThrow());
            assertThat(directory.account(name + "@contoso.test").orElseThrow())
                    .returns(dn, Account::dn)
                    .returns(name, Account::name)
                    .returns("", Account::upn)
                    .returns("S-1-5-21-1-2-3-1105", Account::sid)
                    .returns(List.of("HTTP/Ünder"), Account::spns)
                    .returns(List.of("CN=Rôle,DC=contoso,DC=test"), Account::groups);
        }
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
        assertThat(delegation(user("svc", SID, "userAccountControl: 66048") + direct))
                .isEqualTo(new Delegation(Delegation.Kind.RESOURCE_BASED, List.of("CONTOSO\\SQL01$")));
        String group =
                ldif("dn: CN=Farm,DC=contoso,DC=test", "objectClass: group", "objectSid: S-1-5-21-1-2-3-1105", "", "");
        assertThat(delegation(user("svc", "userAccountControl: 66048", "memberOf: CN=Farm,DC=contoso,DC=test")
                                + group
                                + direct)
                        .kind())
                .isEqualTo(Delegation.Kind.RESOURCE_BASED);
    }

    @Test
    void nothingIsSaidOfDelegationWhereNoExportAskedForIt() {
        assertThat(delegation(Exports.of(user("svc", "userAccountControl: 66048") + computer("WEB01"))))
                .isEqualTo(Delegation.Kind.UNKNOWN);
        assertThat(delegation(user("svc", "cn: svc") + user("b", "msDS-AllowedToDelegateTo: x/y")))
                .isEqualTo(Delegation.UNSEEN);
    }

    /** Whom a back end lets act as others stands at the back end, which need not serve anything by HTTP. */
    @Test
    void nobodyIsSaidNotToDelegateWhereBackEndsMayBeMissing() {
        String svc = user("svc", "userAccountControl: 66048", "servicePrincipalName: HTTP/hr");
        String constrained = user("b", "msDS-AllowedToDelegateTo: x/y", "servicePrincipalName: HTTP/b");
        String portal = "servicePrincipalName: HTTP/portal";
        String web = computer("WEB02", portal) + user("u", EVERYTHING).replace("\n\n", "\n" + portal + "\n\n");
        assertThat(delegation(Exports.of(svc + constrained + computer("WEB01", EVERYTHING))))
                .isEqualTo(Delegation.Kind.NONE);
        assertThat(delegation(Exports.of(svc + constrained + web))).isEqualTo(Delegation.Kind.UNKNOWN);
    }

    private static Delegation.Kind delegation(Directory directory) {
        return directory.delegation(directory.account("svc").orElseThrow()).kind();
    }

    @Test
    void nobodyIsSaidNotToDelegateByAnExportOfOtherAttributes() {
        String head = "DN,objectClass,sAMAccountName,userAccountControl,instanceType,servicePrincipalName,"
                + "msDS-AllowedToDelegateTo";
        String rows = "\n\"CN=svc,DC=contoso,DC=test\",user,svc,66048,4,,\n\"CN=WEB01,DC=contoso,DC=test\",computer,"
                + "WEB01$,4096,4,HOST/WEB01,x/y\n";
        assertThat(delegation(Exports.of(head + rows))).isEqualTo(Delegation.Kind.UNKNOWN);
        String more = head + ",msDS-AllowedToActOnBehalfOfOtherIdentity";
        assertThat(delegation(Exports.of(more + rows.replace(",\n\"", ",,\n\"").replace("x/y", "x/y,"))))
                .isEqualTo(Delegation.Kind.NONE);
    }

    @Test
    void nobodyIsSaidNotToDelegateWhereGroupsMayAndAreNotKnown() {
        String direct = computer("WEB01", EVERYTHING)
                + computer("SQL01", "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;GA;;;S-1-5-21-1-2-3-9)");
        String svc = user("svc", "userAccountControl: 66048");
        assertThat(delegation(Exports.of(svc + direct))).isEqualTo(Delegation.Kind.UNKNOWN);
        String member = user("svc", SID, "userAccountControl: 66048", "memberOf: CN=Other,DC=contoso,DC=test");
        assertThat(delegation(Exports.of(member + direct))).isEqualTo(Delegation.Kind.UNKNOWN);
        String group = ldif("dn: CN=Other,DC=contoso,DC=test", "objectClass: group", "objectSid: S-1-5-21-1-2-3-8", "");
        assertThat(delegation(Exports.of(member + group + direct))).isEqualTo(Delegation.Kind.NONE);
        String single = user("other", "objectSid: S-1-5-21-1-2-3-9");
        assertThat(delegation(Exports.of(svc + single + direct))).isEqualTo(Delegation.Kind.NONE);
    }

    @Test
    void aGroupWithoutItsClassMayActAsOthersForItsMembers() {
        String direct = computer("WEB01", EVERYTHING)
                + computer("SQL01", "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;GA;;;S-1-5-21-1-2-3-8)");
        String member = user("svc", SID, "userAccountControl: 66048", "memberOf: CN=Farm,DC=contoso,DC=test");
        String farm = "dn: CN=Farm,DC=contoso,DC=test\nsAMAccountName: Farm\nobjectSid: S-1-5-21-1-2-3-8\n\n";
        assertThat(delegation(Exports.of(member + farm + direct))).isEqualTo(Delegation.Kind.RESOURCE_BASED);
        String other = member.replace("memberOf", "description");
        assertThat(delegation(Exports.of(other + farm + direct))).isEqualTo(Delegation.Kind.UNKNOWN);
    }

    @Test
    void whatMayBeReachedIsOfAKindThatTheFlagsTell() {
        String list = "msDS-AllowedToDelegateTo: cifs/fs01";
        assertThat(delegation(user("svc", list) + user("b", "userAccountControl: 66048")))
                .isEqualTo(new Delegation(Delegation.Kind.UNKNOWN, List.of("cifs/fs01")));
    }

    /** A security descriptor names accounts by their identifiers. */
    @Test
    void nobodyIsSaidNotToDelegateWhoseIdentifierIsMissing() {
        String direct =
                computer("SQL01", "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;GA;;;S-1-5-21-1-2-3-1105)");
        String member = "memberOf: CN=Farm,DC=contoso,DC=test";
        String group = ldif("dn: CN=Farm,DC=contoso,DC=test", "objectClass: group", "", "");
        String svc = user("svc", "userAccountControl: 66048", member, "msDS-SupportedEncryptionTypes: 24");
        assertThat(delegation(svc + group + direct).kind()).isEqualTo(Delegation.Kind.UNKNOWN);
    }

    /** An export with {@code -l} has what was asked for, one without has what every object has besides. */
    @Test
    void nobodyIsSaidNotToDelegateByAnExportOfOneOfBothRights() {
        String svc = user("svc", "userAccountControl: 66048");
        String constrained = user("b", "msDS-AllowedToDelegateTo: x/y");
        assertThat(delegation(Exports.of(svc + constrained + computer("WEB01"))))
                .isEqualTo(Delegation.Kind.UNKNOWN);
        assertThat(delegation(Exports.of(svc + constrained + computer("WEB01", EVERYTHING))))
                .isEqualTo(Delegation.Kind.NONE);
    }

    @Test
    void whatAnAccountMayIsNotKnownWithoutItsFlags() {
        Delegation delegation = delegation(user("svc", "msDS-AllowedToDelegateTo: cifs/fs01"));
        assertThat(delegation).isEqualTo(new Delegation(Delegation.Kind.UNKNOWN, List.of("cifs/fs01")));
        String table = "sAMAccountName,Enabled,objectClass,msDS-AllowedToDelegateTo\nsvc,True,user,\n";
        assertThat(delegation(Exports.of(table))).isEqualTo(Delegation.Kind.UNKNOWN);
    }

    /** A global catalog gives nothing for what it does not have, as if no account had it. */
    @Test
    void nothingIsSaidOfRightsThatACatalogWasAskedFor() {
        String asked = ldif(
                "# requesting: servicePrincipalName userAccountControl msDS-AllowedToDelegateTo"
                        + " msDS-AllowedToActOnBehalfOfOtherIdentity msDS-SupportedEncryptionTypes",
                "");
        String svc = user("svc", "userAccountControl: 66048");
        Directory catalog = Exports.of(asked + svc + computer("WEB01"));
        Account account = catalog.account("svc").orElseThrow();
        assertThat(catalog.delegation(account)).isEqualTo(Delegation.UNSEEN);
        assertThat(catalog.encryption(account)).isEqualTo(Encryption.UNSEEN);
        Directory domain = Exports.of(asked + svc + computer("WEB01", "msDS-SupportedEncryptionTypes: 28"));
        assertThat(delegation(domain)).isEqualTo(Delegation.Kind.NONE);
        assertThat(domain.encryption(account).verdict()).isEqualTo(Encryption.Verdict.DEFAULT);
    }

    /** That it may hand on whoever signed in, however that was, says nothing without where to. */
    @Test
    void nobodyIsSaidNotToDelegateWhereWhereToIsMissing() {
        String transition = user("pt", "userAccountControl: 16843264");
        Directory directory =
                Exports.of(user("svc", "userAccountControl: 66048") + transition + computer("WEB01", EVERYTHING));
        assertThat(delegation(directory)).isEqualTo(Delegation.Kind.UNKNOWN);
    }

    @Test
    void whatAnAccountIsFollowsFromTheRestWhereNobodyAskedForItsClass() {
        String rest = ",DC=contoso,DC=test";
        Directory directory = Exports.of(ldif("dn: CN=a" + rest, "sAMAccountName: a", "userAccountControl: 512", "")
                + ldif("dn: CN=group" + rest, "sAMAccountName: group", "")
                + ldif("dn: CN=WEB01" + rest, "servicePrincipalName: HOST/WEB01", "")
                + ldif("dn: CN=farm" + rest, "sAMAccountName: farm$", "servicePrincipalName: HTTP/farm", "")
                + ldif("dn: CN=bare" + rest, "servicePrincipalName: HTTP/bare", "")
                + ldif(
                        "dn: CN=G1" + rest,
                        "sAMAccountName: G1$",
                        "objectCategory: CN=ms-DS-Group-Managed"
                                + "-Service-Account,CN=Schema,CN=Configuration,DC=contoso,DC=test",
                        "")
                + ldif("dn: OU=Web" + rest, ""));
        assertThat(List.of("a", "group", "WEB01$", "farm$", "bare", "G1$"))
                .extracting(name -> directory.account(name).orElseThrow().kind())
                .containsExactly(
                        AccountKind.USER,
                        AccountKind.UNKNOWN,
                        AccountKind.COMPUTER,
                        AccountKind.GMSA,
                        AccountKind.UNKNOWN,
                        AccountKind.GMSA);
        assertThat(directory.sources().get(0).accounts()).isEqualTo(6);
    }

    @Test
    void managedAccountsAreNoComputersWhereNobodyAskedForTheirClass() {
        Directory directory = Exports.of(user("svc", "servicePrincipalName: HTTP/a")
                + ldif(
                        "dn: CN=farm,DC=contoso,DC=test",
                        "sAMAccountName: farm$",
                        "servicePrincipalName: HTTP/farm",
                        ""));
        assertThat(directory.hasComputers()).isFalse();
    }

    /** Trusts say what the other domain is called in accounts. */
    @Test
    void aTrustedDomainIsNotTakenForTheOnlyOneThereIs() {
        String trust = ldif(
                "dn: CN=corp.fabrikam.test,CN=System,DC=contoso,DC=test",
                "objectClass: trustedDomain",
                "flatName: FAB",
                "trustPartner: corp.fabrikam.test",
                "");
        assertThat(Exports.of(user("svc")).account("FAB\\svc")).isPresent();
        assertThat(Exports.of(user("svc") + trust).account("FAB\\svc")).isEmpty();
        assertThat(Exports.of(user("svc") + trust).account("CONTOSO\\svc")).isPresent();
    }

    @Test
    void namesAreNotKnownWhereNobodyAskedForThem() {
        Directory directory = Exports.of(user("svc", "userAccountControl: 66048"));
        assertThat(directory.areNamesKnown(directory.account("svc").orElseThrow()))
                .isFalse();
        Directory named = Exports.of(user("svc", "userAccountControl: 66048") + computer("WEB01"));
        assertThat(named.areNamesKnown(named.account("svc").orElseThrow())).isTrue();
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
