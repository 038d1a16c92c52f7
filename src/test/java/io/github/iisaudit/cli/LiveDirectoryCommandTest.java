package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.directory.DirectoryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Commands that ask a directory: one server, one site. */
class LiveDirectoryCommandTest {

    private static final Map<String, String> PASSWORD = Map.of("IISAUDIT_DIRECTORY_PASSWORD", DirectoryServer.PASSWORD);

    private static final String ACCOUNTS = """
            dn: CN=WEB01,DC=contoso,DC=test
            objectClass: user
            objectClass: computer
            sAMAccountName: WEB01$
            userAccountControl: 4096
            servicePrincipalName: HOST/WEB01

            dn: CN=svc,DC=contoso,DC=test
            objectClass: user
            sAMAccountName: svc
            userAccountControl: 512
            servicePrincipalName: HTTP/hr.contoso.test
            """;

    private static final String HOST = """
            <configuration><configSections>
              <sectionGroup name="system.applicationHost">
                <section name="applicationPools" /><section name="sites" />
              </sectionGroup>
              <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                <section name="windowsAuthentication" overrideModeDefault="Deny" />
              </sectionGroup></sectionGroup></sectionGroup></configSections>
              <system.applicationHost>
                <applicationPools><add name="P">
                  <processModel identityType="SpecificUser" userName="CONTOSO\\svc" />
                </add></applicationPools>
                <sites><site name="HR" id="1">
                  <application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="D:\\hr" /></application>
                  <bindings><binding protocol="http" bindingInformation="*:80:hr.contoso.test" /></bindings>
                </site></sites>
              </system.applicationHost>
              <system.webServer><security><authentication>
                <windowsAuthentication enabled="true"><providers><add value="Negotiate" /></providers></windowsAuthentication>
              </authentication></security></system.webServer>
            </configuration>
            """;

    @TempDir
    Path folder;

    private DirectoryServer server;

    @BeforeEach
    void begin() throws IOException {
        server = DirectoryServer.in(folder).with(ACCOUNTS);
        Files.createDirectories(folder.resolve("WEB01"));
        Files.writeString(folder.resolve("WEB01/applicationHost.config"), HOST);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Run run(Map<String, String> environment, String command, String... options) {
        List<String> all =
                new ArrayList<>(List.of(command, folder.resolve("WEB01").toString(), "--no-config"));
        all.addAll(List.of("--directory-ca", server.authority().toString()));
        all.addAll(List.of(options));
        return Run.withEnvironment(environment, all.toArray(String[]::new));
    }

    private Run asUser(String command, String... options) {
        List<String> all = new ArrayList<>(List.of("--directory-user", DirectoryServer.USER));
        all.addAll(List.of("--directory", server.ofTls()));
        all.addAll(List.of(options));
        return run(PASSWORD, command, all.toArray(String[]::new));
    }

    @Test
    void everyCommandThatTakesADirectoryAsksIt() {
        assertThat(asUser("kerberos").out()).contains("HR: wrong-account");
        assertThat(asUser("scan", "--rule", "spn-on-other-account").out()).contains("spn-on-other-account");
        assertThat(asUser("what-if", "--set", "useKernelMode=false").out()).contains("fixes");
    }

    @Test
    void thePasswordMayBeTheFirstLineOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), DirectoryServer.PASSWORD + "\r\nmore\n");
        Run run = run(
                Map.of(),
                "kerberos",
                "--directory",
                server.ofStartTls(),
                "--directory-user",
                DirectoryServer.USER,
                "--directory-password-file",
                file.toString());
        assertThat(run.out()).contains("HR: wrong-account");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void theAuditGoesOnWithoutADirectoryThatDoesNotAnswer() {
        Map<String, String> wrong = Map.of("IISAUDIT_DIRECTORY_PASSWORD", "Pl4nted-wrong");
        for (String command : List.of("kerberos", "scan", "what-if")) {
            Run run = run(
                    wrong, command, "--directory", server.ofTls(), "--directory-user", DirectoryServer.USER, "--debug");
            assertThat(run.exit()).as(command).isEqualTo(3);
            assertThat(run.err()).containsOnlyOnce(server.ofTls() + ": it does not accept the user with this password");
            assertThat(run.out()).contains("HR");
            assertThat(run.out() + run.err()).doesNotContain("Pl4nted");
        }
    }

    @Test
    void thePasswordIsToldNowhere() {
        for (String format : List.of("text", "json", "markdown")) {
            Run run = asUser("kerberos", "--format", format, "--verbose", "--debug");
            assertThat(run.out() + run.err()).contains("hr.contoso.test").doesNotContain("Pl4nted");
        }
    }

    @Test
    void whoAsksHasToBeSaid() {
        Run nobody = run(PASSWORD, "kerberos", "--directory", server.ofTls());
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err()).contains("say who asks it, with --directory-user or --directory-kerberos");
        Run both = asUser("kerberos", "--directory-kerberos");
        assertThat(both.err()).contains("either --directory-user or --directory-kerberos");
        Run mute = run(Map.of(), "kerberos", "--directory", server.ofTls(), "--directory-user", DirectoryServer.USER);
        assertThat(mute.exit()).isEqualTo(2);
        assertThat(mute.err()).contains("there is no password; set IISAUDIT_DIRECTORY_PASSWORD");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutRepeatingIt() {
        Run run = asUser("kerberos", "--directory", "ldaps://audit:Pl4nted@dc01");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no user or password belongs there").doesNotContain("Pl4nted");
    }

    /** What it leaves out of the library would be found beside it in this process. */
    @Test
    @EnabledIfSystemProperty(named = "iisaudit.shipped", matches = ".+")
    void theJarAloneHasAllThatItTakes() throws IOException, InterruptedException {
        for (String address : List.of(server.ofTls(), server.ofStartTls(), "ldaps://localhost:1")) {
            Path out = folder.resolve("out");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    System.getProperty("iisaudit.shipped"),
                    "kerberos",
                    folder.resolve("WEB01").toString(),
                    "--directory-ca",
                    server.authority().toString(),
                    "--directory-user",
                    DirectoryServer.USER,
                    "--directory",
                    address);
            builder.environment().putAll(PASSWORD);
            builder.redirectErrorStream(true).redirectOutput(out.toFile());
            int exit = builder.start().waitFor();
            assertThat(Files.readString(out)).doesNotContain("Error");
            assertThat(exit).as(address).isEqualTo(address.endsWith(":1") ? 3 : 1);
        }
    }
}
