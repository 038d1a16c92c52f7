package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iisaudit effective --table}: how callers sign in, a line an application. */
class EffectiveTableTest {

    private static final String EXAMPLE = "examples/applicationHost";

    private static final String HOST = """
            <configuration>
            <configSections><sectionGroup name="system.applicationHost"><section name="applicationPools"/>
            <section name="sites"/></sectionGroup><sectionGroup name="system.webServer"><sectionGroup name="security">
            <sectionGroup name="authentication"><section name="anonymousAuthentication"/>
            <section name="windowsAuthentication"/></sectionGroup></sectionGroup></sectionGroup></configSections>
            <system.applicationHost><applicationPools><add name="P"><processModel identityType="%s" userName="C\\u"/></add>
            </applicationPools><sites><site name="S" id="1"><application path="/" applicationPool="P">
            <virtualDirectory path="/" physicalPath="C:\\s"/></application></site></sites></system.applicationHost>
            <system.webServer><security><authentication><anonymousAuthentication enabled="false"/>
            <windowsAuthentication enabled="true" useKernelMode="false"><providers>%s</providers></windowsAuthentication>
            </authentication></security></system.webServer>
            <location path="S/open"><system.webServer><security><authentication><anonymousAuthentication enabled="true"/>
            </authentication></security></system.webServer></location>
            <location path="S/same"><system.webServer><security><authentication>
            <windowsAuthentication authPersistNonNTLM="true"/></authentication></security></system.webServer></location>
            </configuration>
            """;

    private static Path server(Path folder, String name, String identityType, String provider) throws IOException {
        Path server = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                server.resolve("applicationHost.config"),
                HOST.formatted(identityType, "<add value=\"" + provider + "\"/>"));
        Files.createDirectories(server.resolve("C/s"));
        return server;
    }

    @Test
    void eachApplicationHasItsLine() {
        Run run = Run.of("effective", EXAMPLE, "--table");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("applicationHost: 13 applications, Windows authentication on at 10, in kernel\n")
                .containsPattern("Intranet/hr +hr \\S*\\(?\\S*svc-hr\\) +windows +on +computer\n")
                .containsPattern("Careers +careers +anonymous, 500.19 +- +not known\n")
                .containsPattern("www.fabrikam.com +fabrikam +anonymous +- +-\n");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aFolderHasALineWhereCallersSignInOtherwise(@TempDir Path folder) throws IOException {
        Run run = Run.of(
                "effective",
                server(folder, "WEB01", "SpecificUser", "Negotiate").toString(),
                "--table");

        assertThat(run.out())
                .containsPattern("S +P \\(u\\) +windows +off +u\n")
                .containsPattern("S/open +P \\(u\\) +anonymous, windows +off +u\n")
                .doesNotContain("S/same");
    }

    @Test
    void whereNothingOffersKerberosNobodyDecryptsTickets(@TempDir Path folder) throws IOException {
        server(folder, "WEB01", "SpecificUser", "NTLM");
        server(folder, "WEB02", "LocalService", "Negotiate");

        Run run = Run.of("effective", folder.toString(), "--table");
        assertThat(run.out())
                .contains("WEB01: 2 applications")
                .contains("WEB02: 2 applications")
                .containsPattern("S +P \\(u\\) +windows +off +nobody\n")
                .containsPattern("S +P \\(LocalService\\) +windows +off +nobody\n");
    }

    @Test
    void severalPathsAreSeveralServers(@TempDir Path folder) throws IOException {
        Run run = Run.of(
                "effective",
                server(folder, "WEBA", "NetworkService", "Negotiate").toString(),
                server(folder, "WEBB", "NetworkService", "Negotiate").toString(),
                "--table",
                "--path",
                "S");
        assertThat(run.out())
                .contains("WEBA: 1 application,")
                .contains("WEBB: 1 application,")
                .doesNotContain("S/open");
        assertThat(run.out()).containsPattern("S +P \\(NetworkService\\) +windows +off +WEBA\\$\n");
    }

    @Test
    void programsGetFieldsInstead(@TempDir Path folder) throws IOException {
        Run run = Run.of(
                "effective",
                server(folder, "WEB01", "SpecificUser", "Negotiate").toString(),
                "--table",
                "--format",
                "json");
        assertThat(run.out().replaceAll("\\s+", ""))
                .contains("{\"path\":\"S\",\"kind\":\"site\",\"applicationPool\":\"P\",\"identity\":\"C\\\\u\","
                        + "\"authentication\":[\"windows\"],\"windowsAuthentication\":\"on\",\"useKernelMode\":false,"
                        + "\"providers\":[\"Negotiate\"],\"account\":\"C\\\\u\"}");
    }

    @Test
    void ofARepositoryPoolsAreNotKnown(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("web.config"), "<configuration/>");

        Run run = Run.of("effective", folder.toString(), "--table");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern(" - +anonymous +- +-\n");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(Run.of("effective", EXAMPLE, "--table", "--all").exit()).isEqualTo(2);
        assertThat(Run.of("effective", EXAMPLE, "--table", "--section", "access")
                        .err())
                .contains("leave out --section");
        assertThat(Run.of("effective", EXAMPLE, "--table", "--format", "xml").err())
                .contains("text or json");
        assertThat(Run.of("effective", EXAMPLE, "--table", "--path", "/").err()).contains("server level");
        assertThat(Run.of("effective", EXAMPLE, "--table", "--path", "Intranat").err())
                .contains("did you mean Intranet");
    }
}
