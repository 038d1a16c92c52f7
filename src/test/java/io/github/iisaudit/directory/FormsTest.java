package io.github.iisaudit.directory;

import static io.github.iisaudit.directory.Exports.computer;
import static io.github.iisaudit.directory.Exports.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables, JSON and text of setspn, told apart by what stands in them. */
class FormsTest {

    private static List<String> holders(Directory directory, String spn) {
        return directory.holders(spn).accounts().stream().map(Account::name).toList();
    }

    @Test
    void aTableOfCsvdeHasSeveralValuesInACell() {
        Directory directory = Exports.of("DN,objectClass,sAMAccountName,servicePrincipalName,objectSid\r\n"
                + "\"CN=svc,DC=contoso,DC=test\",user,svc,HTTP/hr;HTTP/hr.contoso.test,"
                + "X'010100000000000512000000'\r\n");
        assertThat(holders(directory, "http/HR.contoso.test")).containsExactly("svc");
        assertThat(directory.account("CONTOSO\\svc").orElseThrow().sid()).isEqualTo("S-1-5-18");
    }

    @Test
    void aTableOfCsvdeMayBeInTheCodePageOfWindows() throws UnreadableDirectoryException {
        for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_8)) {
            Registry registry = new Registry();
            Exports.read(
                    registry,
                    "DN,objectClass,sAMAccountName,cn\r\nDC=test,user,svc-m\u00FCller,\u20AC\u00E9\r\n",
                    charset);
            assertThat(registry.directory().account("svc-m\u00FCller"))
                    .as(charset.name())
                    .isPresent();
        }
    }

    /** Those that write tables end each row with a line; a cell in quotes is whole without. */
    @Test
    void aTableThatEndsWithinItsLastCellIsCutShort() {
        String head = "DN,sAMAccountName,servicePrincipalName\r\n\"CN=a,DC=test\",a,HTTP/a\r\n";
        for (String last : List.of("DC=b,b,HTTP/b", "DC=b,b,", "DC=b,b", "DC=b,b,\"HTTP/b")) {
            assertThatThrownBy(() -> Exports.read(new Registry(), head + last, StandardCharsets.UTF_8))
                    .as(last)
                    .hasMessageContaining("cut short in line 3");
        }
        assertThat(Exports.of(head + "DC=b,b,\"HTTP/b\"").account("b")).isPresent();
        assertThat(Exports.of(head + "DC=b,b,HTTP/b\n").account("b")).isPresent();
        assertThat(Exports.of(head + "DC=b,b,HTTP/b\r\n  ").account("b")).isPresent();
    }

    @Test
    void aPersonOfTheInternetIsAUser() {
        Directory directory = Exports.of("DN,objectClass,sAMAccountName\r\n\"CN=a,DC=test\",inetOrgPerson,a\r\n");
        assertThat(directory.account("a").orElseThrow().kind()).isEqualTo(AccountKind.USER);
    }

    @Test
    void aDelegatedManagedAccountIsAManagedOne() {
        Directory directory = Exports.of(
                "DN,objectClass,sAMAccountName\r\n\"CN=a,DC=test\",msDS-DelegatedManagedServiceAccount,a$\r\n",
                "dn: CN=b,DC=test\nobjectClass: computer\nobjectClass: msDS-DelegatedManagedServiceAccount\n"
                        + "sAMAccountName: b$\n\n",
                "dn: CN=c,DC=test\nsAMAccountName: c$\n"
                        + "objectCategory: CN=ms-DS-Delegated-Managed-Service-Account,CN=Schema,DC=test\n\n");
        assertThat(List.of("a$", "b$", "c$"))
                .allSatisfy(name ->
                        assertThat(directory.account(name).orElseThrow().kind()).isEqualTo(AccountKind.GMSA));
    }

    @Test
    void aTableOfExportCsvMayHaveSemicolons() {
        Directory directory =
                Exports.of("\uFEFF\"DistinguishedName\";\"SamAccountName\";\"ServicePrincipalNames\";\"Enabled\"\r\n"
                        + "\"CN=svc,DC=contoso,DC=test\";\"svc\";\"HTTP/a;HTTP/b\";\"False\"\r\n");
        assertThat(holders(directory, "HTTP/b")).containsExactly("svc");
        assertThat(directory.account("svc").orElseThrow().disabled()).contains(true);
    }

    @Test
    void aCollectionThatPowerShellWroteAsItsTypeIsLostAndNoName() {
        Directory directory = Exports.of("#TYPE Microsoft.ActiveDirectory.Management.ADComputer\r\n"
                + "\"DistinguishedName\",\"SamAccountName\",\"ServicePrincipalNames\"\r\n\"CN=WEB01,DC=contoso,DC=test\","
                + "\"WEB01$\",\"Microsoft.ActiveDirectory.Management.ADPropertyValueCollection\"\r\n");
        assertThat(directory.account("WEB01$").orElseThrow())
                .returns(List.of(), Account::spns)
                .returns(false, Account::isSpnWhole);
        assertThat(directory.sources().get(0).lost()).isEqualTo(1);
        assertThat(directory.hasComputers()).isFalse();
    }

    @Test
    void jsonMayHoldOneObjectAndCountedLists() {
        Directory directory =
                Exports.of("{\"DistinguishedName\": \"CN=svc,DC=contoso,DC=test\", \"SamAccountName\": \"svc\","
                        + " \"ServicePrincipalNames\": {\"value\": [\"HTTP/a\", \"HTTP/b\"], \"Count\": 2},"
                        + " \"SID\": {\"BinaryLength\": 28, \"Value\": \"S-1-5-21-1-2-3-4\"}}");
        assertThat(holders(directory, "HTTP/b")).containsExactly("svc");
        assertThat(directory.account("svc").orElseThrow().sid()).isEqualTo("S-1-5-21-1-2-3-4");
    }

    /** What it hides, nobody knows: that nobody may act as others there would be a guess. */
    @Test
    void aSourceWithALyingSecurityDescriptorIsNotUsed() {
        String attribute = "msDS-AllowedToActOnBehalfOfOtherIdentity";
        String ldif = "dn: CN=DB,DC=test\nobjectClass: computer\nsAMAccountName: DB$\n" + attribute
                + ":: AQAEgBQAAAAA\n AAAA\nuserAccountControl: 4096\n\n";
        String csv = "DN,objectClass,sAMAccountName," + attribute + "\r\nDC=b,computer,DB$,X'0100048014'\r\n";
        String json = "[{\"SamAccountName\": \"DB$\",\n\"" + attribute + "\": [1, 0, 4]}]";
        List<String> all = List.of(ldif, csv, json);
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i);
            assertThatThrownBy(() -> Exports.read(new Registry(), text, StandardCharsets.UTF_8))
                    .hasMessage("the security descriptor of line "
                            + List.of(4, 2, 2).get(i) + " lies about its lengths; export it again");
        }
    }

    /** Rights may stand in what is missing. */
    @Test
    void aSourceWithHalfTheWordsOfASecurityDescriptorIsNotUsed() {
        String attribute = "msDS-AllowedToActOnBehalfOfOtherIdentity";
        for (String words : List.of("O:BAD:(A;;GA;;;S-1-5-9", "O:BAD:A;;GA;;;S-1-5-9)", "(A;;GA;;;S-1-5-9)", "x")) {
            String ldif = "dn: CN=DB,DC=test\nobjectClass: computer\n" + attribute + ": " + words + "\n\n";
            String csv = "DN,objectClass,sAMAccountName," + attribute + "\r\nDC=b,computer,DB$," + words + "\r\n";
            String json = "[{\"SamAccountName\": \"DB$\",\n\"" + attribute + "\": {\"Sddl\": \"" + words + "\"}}]";
            List<String> all = List.of(ldif, csv, json);
            for (int i = 0; i < all.size(); i++) {
                String text = all.get(i);
                assertThatThrownBy(() -> Exports.read(new Registry(), text, StandardCharsets.UTF_8))
                        .hasMessage("the words of the security descriptor of line "
                                + List.of(3, 2, 2).get(i) + " are not whole; export it again");
            }
        }
    }

    @Test
    void theWordsOfASecurityDescriptorInATableAreOneValue() {
        Directory directory = Exports.of("DN,objectClass,sAMAccountName,objectSid,userAccountControl,"
                + "msDS-AllowedToActOnBehalfOfOtherIdentity\r\n"
                + "\"CN=DB,DC=test\",computer,DB$,S-1-5-21-1-2-3-3,4096,\"O:BAD:(A;;GA;;;S-1-5-21-1-2-3-4)\"\r\n"
                + "\"CN=svc,DC=test\",user,svc,S-1-5-21-1-2-3-4,512,\r\n");
        assertThat(directory.delegation(directory.account("svc").orElseThrow()).kind())
                .isEqualTo(Delegation.Kind.RESOURCE_BASED);
    }

    /** It may be a secret that stands in the wrong place. */
    @Test
    void aNameThatIsNoTextIsNotShown() {
        String ldif = "dn: CN=svc,DC=contoso,DC=test\nobjectClass: user\nsAMAccountName:: c2UBY3JldA==\n"
                + "servicePrincipalName: HTTP/hr\nmsDS-AllowedToDelegateTo:: //5zZWNyZXQ=\n\n";
        String csv = "DN,objectClass,sAMAccountName,servicePrincipalName,msDS-AllowedToDelegateTo\r\n"
                + "\"CN=svc,DC=contoso,DC=test\",user,X'7365016372',HTTP/hr,X'FFFE73'\r\n";
        for (String text : List.of(ldif, csv)) {
            Directory directory = Exports.of(text);
            Account holder = directory.holders("HTTP/hr").accounts().get(0);
            assertThat(directory.shown(holder)).isEqualTo("CONTOSO\\a name that is not text");
            assertThat(holder.allowedTo()).containsExactly("a name that is not text");
            assertThat(directory.account("svc")).isEmpty();
        }
        Directory placeless = Exports.of("dn:: Q049/w==\nobjectClass: user\nsAMAccountName: svc\n\n");
        assertThat(placeless.account("svc").orElseThrow().dn()).isEqualTo("CN=a name that is not text");
    }

    @Test
    void aSecurityDescriptorOfPowerShellHasItsWordsInJsonAndLosesThemInTables() {
        String table = "DistinguishedName,ObjectClass,SamAccountName,userAccountControl,msDS-AllowedToDelegateTo,"
                + "msDS-AllowedToActOnBehalfOfOtherIdentity\r\n\"CN=DB,DC=test\",computer,DB$,4096,,";
        String svc = "\"CN=svc,DC=test\",user,svc,512,,\r\n";
        Directory lost = Exports.of(table + "System.DirectoryServices.ActiveDirectorySecurity\r\n" + svc);
        assertThat(lost.delegation(lost.account("svc").orElseThrow()).kind()).isEqualTo(Delegation.Kind.UNKNOWN);
        Directory known = Exports.of("[{\"SamAccountName\": \"DB$\", \"ObjectClass\": \"computer\","
                + " \"msDS-AllowedToActOnBehalfOfOtherIdentity\": {\"Owner\": \"x\", \"Sddl\":"
                + " \"O:BAD:(A;;GA;;;S-1-5-21-1-2-3-4)\"}},"
                + " {\"SamAccountName\": \"svc\", \"ObjectClass\": \"user\", \"userAccountControl\": 512,"
                + " \"SID\": {\"Value\": \"S-1-5-21-1-2-3-4\"}}]");
        assertThat(known.delegation(known.account("svc").orElseThrow()).kind())
                .isEqualTo(Delegation.Kind.RESOURCE_BASED);
    }

    @Test
    void jsonMayHaveListsInOneText() {
        Directory directory = Exports.of("[{\"DistinguishedName\": \"CN=DB,DC=test\", \"SamAccountName\": \"DB$\","
                + " \"ObjectClass\": \"computer\", \"PrincipalsAllowedToDelegateToAccount\":"
                + " \"CN=b c,OU=x y,DC=test CN=svc,DC=test\"},"
                + " {\"DistinguishedName\": \"CN=svc,DC=test\", \"SamAccountName\": \"svc\", \"Enabled\": true,"
                + " \"ObjectClass\": \"user\", \"userAccountControl\": 512},"
                + " {\"DistinguishedName\": \"CN=two,DC=test\", \"SamAccountName\": \"two\", \"ObjectClass\": \"user\","
                + " \"msDS-AllowedToDelegateTo\": \"cifs/a cifs/b\", \"userAccountControl\": 512}]");
        assertThat(directory.delegation(directory.account("svc").orElseThrow()).kind())
                .isEqualTo(Delegation.Kind.RESOURCE_BASED);
        assertThat(directory.delegation(directory.account("two").orElseThrow()).to())
                .containsExactly("cifs/a", "cifs/b");
    }

    @Test
    void jsonWithoutAnAccountIsSomethingElse() {
        String har = "{\"log\": {\"version\": \"1.2\", \"entries\": [{\"request\": {\"url\": \"http://x/\"}}]}}";
        assertThatThrownBy(() -> Exports.read(new Registry(), har, StandardCharsets.UTF_8))
                .isInstanceOf(UnreadableDirectoryException.class)
                .hasMessage("there is no account in it");
    }

    @Test
    void setspnOfOneAccountTellsOfThatOneOnly() {
        Directory directory = Exports.of("C:\\>setspn -L svc\r\n"
                + "Registered ServicePrincipalNames for CN=svc,DC=contoso,DC=test:\r\n\tHTTP/hr\r\n");
        assertThat(holders(directory, "HTTP/hr")).containsExactly("svc");
        assertThat(directory.isExactKnown("HTTP/hr")).isFalse();
    }

    @Test
    void aQueryOfSetspnTellsAllOfItsName() {
        Directory directory = Exports.of("C:\\>setspn -Q HTTP/hr*\r\nChecking domain DC=contoso,DC=test\r\n"
                + "CN=svc,DC=contoso,DC=test\r\n\tHTTP/hr.contoso.test\r\n\r\nExisting SPN found!\r\n");
        assertThat(directory.isExactKnown("HTTP/hr.contoso.test")).isTrue();
        assertThat(directory.isExactKnown("HTTP/other")).isFalse();
    }

    @Test
    void theSearchForDuplicatesTellsWhichNamesHaveSeveralHolders() {
        Directory directory =
                Exports.of("C:\\>setspn -X\r\nChecking domain DC=contoso,DC=test\r\nProcessing entry 0\r\n"
                        + "HTTP/hr is registered on these accounts:\r\n\tCN=a,DC=contoso,DC=test\r\n\tCN=b,DC=contoso,DC=test\r\n"
                        + "\r\nfound 1 group of duplicate SPNs.\r\n");
        assertThat(holders(directory, "HTTP/hr")).containsExactly("a", "b");
        assertThat(directory.areDuplicatesKnown()).isTrue();
        assertThat(directory.isExactKnown("HTTP/other")).isFalse();
    }

    @Test
    void aSearchForDuplicatesOfWhichSomeWereTakenOutDoesNotTellAll() {
        Directory directory = Exports.of(
                "C:\\>setspn -X\r\nHTTP/hr is registered on these accounts:\r\n"
                        + "\tCN=a,DC=contoso,DC=test\r\n\tCN=b,DC=contoso,DC=test\r\n\r\nfound 2 groups of duplicate SPNs.\r\n");
        assertThat(holders(directory, "HTTP/hr")).containsExactly("a", "b");
        assertThat(directory.areDuplicatesKnown()).isFalse();
    }

    /** setspn shows where an account lies, and neither what it is nor the dollar of a machine's name. */
    @Test
    void textOfSetspnHasMachinesWithoutTheirDollar() {
        Directory directory = Exports.of("C:\\>setspn -X\r\nHTTP/hr is registered on these accounts:\r\n"
                + "\tCN=a,DC=contoso,DC=test\r\n\tCN=WEB02,DC=contoso,DC=test\r\n\r\n"
                + "found 1 group of duplicate SPNs.\r\n");
        assertThat(directory.account("CONTOSO\\WEB02$").map(Account::name)).contains("WEB02");
        assertThat(directory.account("CONTOSO\\a").map(Account::kind)).contains(AccountKind.UNKNOWN);
        assertThat(Exports.of(user("WEB02")).account("WEB02$")).isEmpty();
    }

    @Test
    void aTableOfEverythingTellsOfRightsThatNobodyHas() {
        String head = "DN,objectClass,sAMAccountName,userAccountControl,servicePrincipalName";
        String more = ",instanceType,whenCreated,uSNChanged,msDS-SupportedEncryptionTypes";
        String rows = "\n\"CN=svc,DC=contoso,DC=test\",user,svc,66048,HTTP/hr";
        String web = "\n\"CN=WEB01,DC=contoso,DC=test\",computer,WEB01$,4096,HOST/WEB01";
        Directory some = Exports.of(head + rows + web + "\n");
        assertThat(some.delegation(some.account("svc").orElseThrow())).isEqualTo(Delegation.UNSEEN);
        Directory all = Exports.of(head + more + rows + ",4,1,1," + web + ",4,1,1,28\n");
        assertThat(all.delegation(all.account("svc").orElseThrow()).kind()).isEqualTo(Delegation.Kind.NONE);
    }

    @Test
    void anAccountOfTwoSourcesIsOneAccount() {
        Directory directory = Exports.of(
                user("svc", "servicePrincipalName: HTTP/hr"),
                "Registered ServicePrincipalNames for cn=SVC,DC=contoso,DC=test:\n\tHTTP/hr\n\tHTTP/hr2\n");
        assertThat(holders(directory, "HTTP/hr")).containsExactly("svc");
        assertThat(holders(directory, "HTTP/hr2")).containsExactly("svc");
    }

    /** Not every table has distinguished names; two of one name could be in two domains. */
    @Test
    void anAccountThatLiesNowhereIsTheOnlyOtherOneOfItsName() {
        String table = "SamAccountName,ObjectClass,ServicePrincipalNames\nsvc,user,HTTP/hr\nWEB01$,computer,HTTP/hr\n";
        String ldif = user("svc", "servicePrincipalName: HTTP/hr");
        String duplicates = "HTTP/hr is registered on these accounts:\n\tCN=svc,DC=contoso,DC=test\n"
                + "\tCN=WEB01,DC=contoso,DC=test\n\nfound 1 group of duplicate SPNs.\n";
        assertThat(holders(Exports.of(ldif, table), "HTTP/hr")).containsExactlyInAnyOrder("svc", "WEB01$");
        assertThat(holders(Exports.of(table, table, ldif), "HTTP/hr")).containsExactlyInAnyOrder("svc", "WEB01$");
        assertThat(holders(Exports.of(table, "C:\\>setspn -X\n" + duplicates), "HTTP/hr"))
                .containsExactlyInAnyOrder("svc", "WEB01$");
        String other = ldif.replace("contoso", "fabrikam");
        assertThat(holders(Exports.of(ldif + other, table), "HTTP/hr")).hasSize(4);
    }

    @Test
    void whatIsNoneOfThemIsSaid() {
        for (String text : List.of("", "hello\nworld\n", "<xml/>")) {
            assertThatThrownBy(() -> Exports.read(new Registry(), text, StandardCharsets.UTF_8))
                    .isInstanceOf(UnreadableDirectoryException.class);
        }
        assertThatThrownBy(() -> Exports.read(new Registry(), "[{\"Name\": \"x", StandardCharsets.UTF_8))
                .hasMessage("it is cut short or no JSON, seen in line 1");
        assertThatThrownBy(() -> Exports.read(new Registry(), "DN,sAMAccountName\n\"CN=a", StandardCharsets.UTF_8))
                .hasMessageContaining("cut short");
        assertThat(Exports.of(computer("WEB01")).hasComputers()).isTrue();
    }

    @Test
    void whatDsqueryPrintsIsRefusedWithTheFormsThatAreKnown() {
        String text = "  distinguishedName  sAMAccountName\n  CN=svc,OU=A,DC=contoso,DC=test  svc  HTTP/hr;\n";
        assertThatThrownBy(() -> Exports.read(new Registry(), text, StandardCharsets.UTF_8))
                .hasMessageContaining("ldifde", "csvde", "ConvertTo-Json", "setspn");
    }
}
