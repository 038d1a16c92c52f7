package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code iisaudit kerberos}: one server, one site, one directory. */
class KerberosCommandTest {

    private static final String WEB01 = """
            dn: CN=WEB01,DC=contoso,DC=test
            objectClass: computer
            sAMAccountName: WEB01$
            dNSHostName: web01.contoso.test
            userAccountControl: 4096
            msDS-SupportedEncryptionTypes: 28
            servicePrincipalName: HOST/WEB01
            servicePrincipalName: HOST/web01.contoso.test

            """;

    private static final String SVC = """
            dn: CN=svc,DC=contoso,DC=test
            objectClass: user
            sAMAccountName: svc
            userAccountControl: 66048
            servicePrincipalName: HTTP/hr.contoso.test
            msDS-AllowedToDelegateTo: cifs/fs01

            """;

    @TempDir
    Path folder;

    private final List<String> more = new ArrayList<>();
    private String binding = "*:80:hr.contoso.test";
    private String pool = "identityType=\"SpecificUser\" userName=\"CONTOSO\\svc\"";
    private String windows = "enabled=\"true\"";

    @BeforeEach
    void directory() throws IOException {
        export("contoso.ldf", WEB01 + SVC);
    }

    private void export(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Run run(String export, String... options) throws IOException {
        Path server = Files.createDirectories(folder.resolve("WEB01"));
        Files.writeString(server.resolve("applicationHost.config"), """
                <configuration>
                  <configSections>
                    <sectionGroup name="system.applicationHost">
                      <section name="applicationPools" /><section name="sites" />
                    </sectionGroup>
                    <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                      <section name="windowsAuthentication" />
                    </sectionGroup></sectionGroup></sectionGroup>
                  </configSections>
                  <system.applicationHost>
                    <applicationPools><add name="P"><processModel %s /></add></applicationPools>
                    <sites><site name="HR" id="1">
                      <application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="D:\\hr" /></application>
                      <bindings><binding protocol="http" bindingInformation="%s" /></bindings>
                    </site></sites>
                  </system.applicationHost>
                  <system.webServer><security><authentication>
                    <windowsAuthentication %s><providers><add value="Negotiate" /></providers></windowsAuthentication>
                  </authentication></security></system.webServer>
                </configuration>
                """.formatted(pool, binding, windows));
        List<String> arguments = new ArrayList<>(List.of("kerberos", server.toString()));
        arguments.addAll(List.of("--directory", folder.resolve(export).toString()));
        arguments.addAll(more);
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private JsonNode application(String export) throws IOException {
        return JsonMapper.shared()
                .readTree(run(export, "--format", "json").out())
                .path("servers")
                .path(0)
                .path("applications")
                .path(0);
    }

    private static List<String> commands(JsonNode application) {
        return application
                .path("commands")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void theAccountThatOpensTicketsIsTheOneHolder() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        JsonNode application = application("contoso.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("works");
        assertThat(application.path("opens").path("account").asString()).isEqualTo("CONTOSO\\svc");
        assertThat(application.path("delegation").path("to").path(0).asString()).isEqualTo("cifs/fs01");
        assertThat(run("contoso.ldf").exit()).isZero();
    }

    @Test
    void kernelModeOpensWithTheComputerAndThePoolsAccountCouldDoSo() throws IOException {
        JsonNode application = application("contoso.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("wrong-account");
        assertThat(commands(application))
                .containsExactly("%windir%\\system32\\inetsrv\\appcmd.exe set config \"HR\""
                        + " -section:system.webServer/security/authentication/windowsAuthentication"
                        + " /useAppPoolCredentials:\"True\" /commit:apphost");
        assertThat(run("contoso.ldf").exit()).isEqualTo(1);
    }

    @Test
    void aNameThatNobodyHoldsIsRegisteredOnTheAccount() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        binding = "*:80:other.contoso.test";
        JsonNode application = application("contoso.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("missing");
        assertThat(commands(application)).containsExactly("setspn -S HTTP/other.contoso.test CONTOSO\\svc");
    }

    /** Remote management of the server asks for the same name. */
    @Test
    void theServersOwnNameDoesNotMoveToTheAccountOfAPool() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        binding = "*:80:web01.contoso.test";
        JsonNode application = application("contoso.ldf");
        assertThat(commands(application)).isEmpty();
        assertThat(application.path("reason").asString())
                .contains("An HTTP name on CONTOSO\\svc would take Kerberos from WinRM", "a host name of its own");
        String own = "servicePrincipalName: HTTP/web01.contoso.test\n";
        String other = SVC.replace("svc", "other").replace("HTTP/hr", "HTTP/web01");
        export("other.ldf", WEB01 + SVC + other);
        assertThat(commands(application("other.ldf")))
                .containsExactly("setspn -D HTTP/web01.contoso.test CONTOSO\\other");
        export("two.ldf", WEB01.strip() + "\n" + own + "\n" + SVC.replace("HTTP/hr", "HTTP/web01"));
        assertThat(commands(application("two.ldf"))).containsExactly("setspn -D HTTP/web01.contoso.test CONTOSO\\svc");
    }

    @Test
    void twoHoldersAreOneTooMany() throws IOException {
        export("two.ldf", WEB01 + SVC + SVC.replace("svc", "svc2"));
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        JsonNode application = application("two.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("duplicate");
        assertThat(commands(application)).containsExactly("setspn -D HTTP/hr.contoso.test CONTOSO\\svc2");
    }

    @Test
    void nothingIsConcludedFromWhatAnExportLacks() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        export("users.ldf", SVC);
        assertThat(application("users.ldf").path("verdict").asString()).isEqualTo("unknown");
        export("computers.ldf", WEB01);
        binding = "*:80:other.contoso.test";
        JsonNode application = application("computers.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("unknown");
        assertThat(application.path("opens").path("found").asBoolean()).isFalse();
    }

    /** Whoever is missing may hold the name as well, so that there would be no ticket at all. */
    /** Two exports of different days: which is newer, nobody says. */
    @Test
    void aNameThatSourcesContradictEachOtherAboutIsUnknown() throws IOException {
        export("old.ldf", WEB01 + SVC.replace("HTTP/hr.contoso.test", "HTTP/hr"));
        more.addAll(List.of("--directory", folder.resolve("old.ldf").toString()));
        windows = "enabled=\"true\" useAppPoolCredentials=\"true\"";
        JsonNode application = application("contoso.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("unknown");
        assertThat(application.path("reason").asString())
                .isEqualTo("HTTP/hr.contoso.test is on CONTOSO\\svc in one of the sources, and another one contradicts"
                        + " that: give the newest one only");
    }

    /** The forest's object lies elsewhere, so that it comes in a file of its own. */
    @Test
    void whatStandsForHttpIsHeededInWhateverOrderTheFilesAreGiven() throws IOException {
        export("own.ldf", WEB01.replace("HOST/web01.contoso.test", "W3SVC/hr.contoso.test"));
        export("forest.ldf", "dn: CN=Directory Service,CN=Services,DC=contoso,DC=test\nsPNMappings: w3svc=http\n\n");
        pool = "identityType=\"NetworkService\"";
        more.addAll(List.of("--directory", folder.resolve("forest.ldf").toString()));
        assertThat(application("own.ldf")
                        .path("names")
                        .path(0)
                        .path("holders")
                        .path(0)
                        .asString())
                .isEqualTo("CONTOSO\\WEB01$");
    }

    @Test
    void theOneHolderThatIsSeenIsToldWhereOthersMayBeMissing() throws IOException {
        export("users.ldf", SVC);
        export("other.ldf", WEB01.replace("WEB01", "WEB02").replace("web01", "web02") + SVC);
        for (String export : List.of("users.ldf", "other.ldf")) {
            JsonNode application = application(export);
            assertThat(application.path("verdict").asString()).as(export).isEqualTo("unknown");
            assertThat(application.path("reason").asString())
                    .startsWith("HTTP/hr.contoso.test is on CONTOSO\\svc, and ")
                    .contains("whether another account holds it too is not known");
            assertThat(application.path("names").path(0).path("holders").path(0).asString())
                    .isEqualTo("CONTOSO\\svc");
        }
        assertThat(application("other.ldf").path("reason").asString()).endsWith("does not even have WEB01$");
        assertThat(application("contoso.ldf").path("verdict").asString()).isEqualTo("wrong-account");
    }

    @Test
    void theAnswerToAQueryIsEnoughForItsName() throws IOException {
        export("query.txt", """
                C:\\>setspn -Q HTTP/hr.contoso.test
                Checking domain DC=contoso,DC=test
                CN=svc,DC=contoso,DC=test
                	HTTP/hr.contoso.test

                Existing SPN found!
                """);
        assertThat(application("query.txt").path("verdict").asString()).isEqualTo("wrong-account");
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        assertThat(application("query.txt").path("verdict").asString()).isEqualTo("works");
    }

    @Test
    void aMachineInTextOfSetspnIsTheServer() throws IOException {
        export("duplicates.txt", """
                C:\\>setspn -X
                HTTP/hr.contoso.test is registered on these accounts:
                	CN=svc,DC=contoso,DC=test
                	CN=WEB01,DC=contoso,DC=test

                found 1 group of duplicate SPNs.
                """);
        JsonNode application = application("duplicates.txt");
        assertThat(application.path("verdict").asString()).isEqualTo("duplicate");
        assertThat(application.path("opens").path("found").asBoolean()).isTrue();
        assertThat(commands(application)).containsExactly("setspn -D HTTP/hr.contoso.test CONTOSO\\svc");
    }

    /** An exact name comes before the HOST name of another. */
    @Test
    void anAccountThatIsNotInTheExportMayHoldTheServersOwnName() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        binding = "*:80:web01.contoso.test";
        export("computers.ldf", WEB01);
        assertThat(application("computers.ldf").path("verdict").asString()).isEqualTo("unknown");
        assertThat(application("contoso.ldf").path("verdict").asString()).isEqualTo("wrong-account");
    }

    /** Whom a back end lets act as others stands at the back end. */
    @Test
    void withoutComputersNobodyIsSaidNotToDelegate() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        String none =
                SVC.replace("msDS-AllowedToDelegateTo: cifs/fs01", "instanceType: 4\nwhenCreated: x\nuSNChanged: 9");
        export("users.ldf", none);
        String reader = "dn: CN=ann,DC=contoso,DC=test\nobjectClass: user\nsAMAccountName: ann\n\n";
        export("both.ldf", WEB01 + none + reader);
        assertThat(application("users.ldf").path("delegation").path("kind").asString())
                .isEqualTo("unknown");
        assertThat(application("both.ldf").path("delegation").path("kind").asString())
                .isEqualTo("none");
    }

    @Test
    void aPoolsAccountThatIsNotInTheDirectoryMayHoldTheName() throws IOException {
        pool = "identityType=\"SpecificUser\" userName=\"CONTOSO\\gmsa$\"";
        binding = "*:80:farm.contoso.test";
        JsonNode application = application("contoso.ldf");
        assertThat(application.path("verdict").asString()).isEqualTo("unknown");
        assertThat(application.path("reason").asString())
                .contains("CONTOSO\\gmsa$, as which the pool runs, is not in it");
    }

    /** Export-Csv writes ASCII where it is told nothing else. */
    @Test
    void aLetterThatAnExportCouldNotWriteMayBeThatOfThePool() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        pool = "identityType=\"SpecificUser\" userName=\"CONTOSO\\svc-m\u00FCller\"";
        export("ascii.ldf", WEB01 + SVC.replace("sAMAccountName: svc", "sAMAccountName: svc-m?ller"));
        assertThat(application("ascii.ldf").path("verdict").asString()).isEqualTo("unknown");
        export("other.ldf", WEB01 + SVC.replace("sAMAccountName: svc", "sAMAccountName: svc-moller"));
        assertThat(application("other.ldf").path("verdict").asString()).isEqualTo("wrong-account");
    }

    @Test
    void whoHoldsANameMayBeThePoolsAccountWhereNobodySaysWhatItSignsInWith() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        String holder = "dn: CN=HR\\, web,DC=contoso,DC=test\nobjectClass: user\nuserAccountControl: 66048\n"
                + "servicePrincipalName: HTTP/hr.contoso.test\n\n";
        String computer = WEB01.replace("sAMAccountName: WEB01$\n", "");
        export("without.ldf", computer + holder);
        assertThat(application("without.ldf").path("verdict").asString()).isEqualTo("unknown");
        export("with.ldf", WEB01 + holder.replace("objectClass", "sAMAccountName: hr\nobjectClass"));
        assertThat(application("with.ldf").path("verdict").asString()).isEqualTo("wrong-account");
        export("alike.ldf", computer + holder.replace("CN=HR\\, web", "CN=svc"));
        assertThat(application("alike.ldf").path("verdict").asString()).isEqualTo("works");
    }

    @Test
    void whoHoldsANameMayBeThePoolsAccountByItsOtherName() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        pool = "identityType=\"SpecificUser\" userName=\"hr@corp.example\"";
        assertThat(application("contoso.ldf").path("verdict").asString()).isEqualTo("unknown");
        export(
                "other.ldf",
                WEB01 + SVC.replace("sAMAccountName", "userPrincipalName: svc@corp.example\nsAMAccountName"));
        assertThat(application("other.ldf").path("verdict").asString()).isEqualTo("wrong-account");
        export("same.ldf", WEB01 + SVC.replace("sAMAccountName", "userPrincipalName: HR@corp.example\nsAMAccountName"));
        assertThat(application("same.ldf").path("verdict").asString()).isEqualTo("works");
    }

    /** An exact name comes before the HOST name of another. */
    @Test
    void aPoolsAccountThatIsNotInTheDirectoryMayHoldTheServersOwnName() throws IOException {
        binding = "*:80:web01.contoso.test";
        pool = "identityType=\"SpecificUser\" userName=\"CONTOSO\\gmsa$\"";
        for (String mode : List.of("true", "false")) {
            windows = "enabled=\"true\" useKernelMode=\"" + mode + "\"";
            JsonNode application = application("contoso.ldf");
            assertThat(application.path("verdict").asString()).as(mode).isEqualTo("unknown");
            assertThat(application.path("reason").asString()).contains("CONTOSO\\gmsa$, as which the pool runs");
        }
        binding = "*:80:hr.contoso.test";
        assertThat(application("contoso.ldf").path("verdict").asString()).isEqualTo("wrong-account");
    }

    /** Names of users stand for no others, whatever they are. */
    @Test
    void aHostNameOfAUserIsNoneWhereNoClassTellsSo() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        binding = "*:80:legacy.contoso.test";
        String svc = SVC.replace("HTTP/hr", "HOST/legacy");
        for (String gone : List.of("objectClass: user\n", "objectClass: user\nsAMAccountName: svc\n")) {
            export("noclass.ldf", WEB01.replace("objectClass: computer\n", "") + svc.replace(gone, ""));
            assertThat(application("noclass.ldf").path("verdict").asString())
                    .as(gone)
                    .isEqualTo("missing");
        }
        String bare = "dn: CN=svc,DC=contoso,DC=test\nservicePrincipalName: HOST/legacy.contoso.test\n\n";
        export("bare.ldf", WEB01.replace("objectClass: computer\n", "") + bare);
        assertThat(application("bare.ldf").path("verdict").asString()).isEqualTo("unknown");
    }

    @Test
    void anAccountOfAnotherDomainIsNotTheOneOfThatName() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        for (String user : List.of("svc@partner.test", "partner.test\\svc", "eu.contoso.test\\svc")) {
            pool = "identityType=\"SpecificUser\" userName=\"" + user + "\"";
            assertThat(application("contoso.ldf").path("opens").path("found").asBoolean())
                    .as(user)
                    .isFalse();
        }
        pool = "identityType=\"SpecificUser\" userName=\"svc@Contoso.Test\"";
        assertThat(application("contoso.ldf").path("verdict").asString()).isEqualTo("works");
    }

    @Test
    void whatAnAccountIsIsLeftOutWhereNothingTells() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        export("names.ldf", WEB01 + "dn: CN=svc,DC=contoso,DC=test\nservicePrincipalName: HTTP/hr.contoso.test\n\n");
        JsonNode opens = application("names.ldf").path("opens");
        assertThat(opens.path("found").asBoolean()).isTrue();
        assertThat(opens.has("kind")).isFalse();
        assertThat(run("names.ldf").out()).contains("of a kind that is not known");
    }

    @Test
    void aDisabledAccountDoesNotWork() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        export("disabled.ldf", WEB01 + SVC.replace("66048", "66050"));
        JsonNode application = application("disabled.ldf");
        assertThat(application.path("opens").path("disabled").asBoolean()).isTrue();
        assertThat(application.path("verdict").asString()).isNotEqualTo("works");
        assertThat(commands(application)).contains("Enable-ADAccount -Identity 'svc'");
    }

    @Test
    void aBindingWithoutANameAnswersToTheServersOwn() throws IOException {
        binding = "*:80:";
        JsonNode application = application("contoso.ldf");
        assertThat(application.path("namesComplete").asBoolean()).isFalse();
        assertThat(application
                        .path("names")
                        .valueStream()
                        .map(n -> n.path("spn").asString()))
                .containsExactly("HTTP/web01", "HTTP/web01.contoso.test");
        assertThat(application.path("verdict").asString()).isEqualTo("works");
    }

    @Test
    void anAliasIsAskedForByTheNameItLeadsTo() throws IOException {
        binding = "*:80:alias.contoso.test";
        more.addAll(List.of("--alias", "alias.contoso.test=web01.contoso.test"));
        JsonNode name = application("contoso.ldf").path("names").path(0);
        assertThat(name.path("host").asString()).isEqualTo("alias.contoso.test");
        assertThat(name.path("spn").asString()).isEqualTo("HTTP/web01.contoso.test");
        assertThat(name.path("through").asString()).isEqualTo("HOST");
    }

    @Test
    void aPortCountsWhereSomebodyRegisteredIt() throws IOException {
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        binding = "*:8080:hr.contoso.test";
        assertThat(application("contoso.ldf").path("names")).hasSize(1);
        export("port.ldf", WEB01 + SVC.replace("HTTP/hr.contoso.test", "HTTP/hr.contoso.test:8080"));
        assertThat(application("port.ldf")
                        .path("names")
                        .valueStream()
                        .map(n -> n.path("verdict").asString()))
                .containsExactly("works", "missing");
    }

    @Test
    void aSourceThatCannotBeReadIsLeftOutAndSaid() throws IOException {
        export("cut.ldf", WEB01 + "dn: CN=");
        more.addAll(List.of("--directory", folder.resolve("cut.ldf").toString()));
        windows = "enabled=\"true\" useKernelMode=\"false\"";
        Run run = run("contoso.ldf");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("cut.ldf: it is cut short in line 10");
        assertThat(run.out()).contains("HR: works");
    }

    @Test
    void itsUseIsExplained() throws IOException {
        assertThat(Run.of("kerberos", folder.toString()).exit()).isEqualTo(2);
        Run missing = run("nowhere.ldf");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("--directory: there is no ");
        more.addAll(List.of("--alias", "nothing"));
        assertThat(run("contoso.ldf").err()).contains("is not NAME=TARGET");
    }

    @Test
    void textAndMarkdownSayTheSame() throws IOException {
        assertThat(run("contoso.ldf").out())
                .contains("HR: wrong-account", "HTTP/hr.contoso.test", "CONTOSO\\svc", "CONTOSO\\WEB01$ (computer)");
        assertThat(run("contoso.ldf", "--format", "markdown").out())
                .contains("| WEB01 | HR | **wrong-account** | HTTP/hr.contoso.test |");
    }

    /** In an attribute of its own, in one that is broken, and where an account's name should be. */
    @Test
    void noSecretOrBinaryValueOfTheDirectoryIsTold() throws IOException {
        String secrets = """
                userPassword: Pl4nted-one
                unicodePwd:: UGw0bnRlZC10d28=
                ms-Mcs-AdmPwd: Pl4nted-three
                msDS-ManagedPassword:: UGw0bnRlZC1mb3Vy
                objectSid:: UGw0bnRlZC1maXZl
                msDS-AllowedToActOnBehalfOfOtherIdentity:: UGw0bnRlZC1zaXg=
                userPassword:: Pl4nted-%seven

                """;
        export("secrets.ldf", WEB01 + SVC.stripTrailing() + "\n" + secrets);
        export("secrets.csv", "sAMAccountName,userPassword,objectClass\n\"svc\",\"Pl4nted-eight\",\"user\n");
        export(
                "secrets.json",
                "[{\"SamAccountName\":\"svc\",\"ObjectClass\":\"user\",\"userPassword\":\"Pl4nted-nine\",Pl4nted-ten");
        for (String export : List.of("secrets.ldf", "secrets.csv", "secrets.json")) {
            for (String format : List.of("text", "json", "markdown")) {
                Run run = run(export, "--format", format, "--verbose", "--debug");
                assertThat(run.out() + run.err())
                        .as(export + " as " + format)
                        .contains("hr.contoso.test")
                        .doesNotContain("Pl4nted")
                        .doesNotContain("UGw0bnRlZC");
            }
        }
    }

    /** What only administrators may read, in all the ways that LDIF has to write it, and broken. */
    @Test
    void noSecretOfTheDirectoryIsPrinted() throws IOException {
        StringBuilder secrets = new StringBuilder();
        for (String name : List.of(
                "unicodePwd",
                "userPassword",
                "supplementalCredentials",
                "ms-Mcs-AdmPwd",
                "msLAPS-Password",
                "msDS-ManagedPassword")) {
            for (String form : List.of(": ", ":: ", ":< file:///", " ", ";binary:: !")) {
                secrets.append(name).append(form).append("U2VjcmV0UGFzc3dvcmQ\n");
            }
        }
        export("secrets.ldf", WEB01 + SVC.stripTrailing() + "\n" + secrets + "\n");
        export("cut.ldf", WEB01 + SVC.stripTrailing() + "\n" + secrets + " U2VjcmV0");
        export("only.ldf", secrets.toString());
        for (String export : List.of("secrets.ldf", "cut.ldf", "only.ldf")) {
            for (String format : List.of("text", "json", "markdown")) {
                Run run = run(export, "--format", format, "--verbose", "--debug");
                assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("U2VjcmV0", "SecretPassword");
            }
        }
    }
}
