package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iisaudit scan --directory} of two servers behind one name. */
class SharedNameDirectoryTest {

    private static final String RULE = "one-name-several-accounts";

    @TempDir
    Path folder;

    private String export = "";

    @BeforeEach
    void directory() throws IOException {
        server("WEB01", "CONTOSO\\svc");
        server("WEB02", "CONTOSO\\other");
        computer("WEB01");
        computer("WEB02");
    }

    private void server(String name, String user) throws IOException {
        Path server = Files.createDirectories(folder.resolve("fleet").resolve(name));
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
                    <applicationPools><add name="P"><processModel identityType="SpecificUser" userName="%s" /></add></applicationPools>
                    <sites><site name="HR" id="1">
                      <application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="D:\\hr" /></application>
                      <bindings><binding protocol="http" bindingInformation="*:80:hr.contoso.test" /></bindings>
                    </site></sites>
                  </system.applicationHost>
                  <system.webServer><security><authentication>
                    <windowsAuthentication enabled="true" useKernelMode="false">
                      <providers><add value="Negotiate" /></providers></windowsAuthentication>
                  </authentication></security></system.webServer>
                </configuration>
                """.formatted(user));
    }

    private void computer(String name) {
        account(name, "computer", name + "$", "servicePrincipalName: HOST/" + name);
    }

    private void account(String name, String type, String signsIn, String more) {
        export += "dn: CN=" + name + ",DC=contoso,DC=test\nobjectClass: " + type + "\nsAMAccountName: " + signsIn + "\n"
                + more + "\n\n";
    }

    private String scan() throws IOException {
        Path ldif = Files.writeString(folder.resolve("contoso.ldf"), export);
        String out = Run.of(
                        "scan", folder.resolve("fleet").toString(), "--directory", ldif.toString(), "--format", "csv")
                .out();
        return out.lines().filter(line -> line.contains(RULE)).findFirst().orElse("");
    }

    @Test
    void whoHoldsTheNameIsSaid() throws IOException {
        account("svc", "user", "svc", "servicePrincipalName: HTTP/hr.contoso.test");
        account("other", "user", "other", "description: x");
        assertThat(scan())
                .contains("By the directory it is on CONTOSO\\svc: Kerberos works where that account decrypts");
    }

    @Test
    void anAccountBesideThoseThatDecryptMayHoldIt() throws IOException {
        account("svc", "user", "svc", "description: x");
        account("other", "user", "other", "description: x");
        account("third", "user", "third", "servicePrincipalName: HTTP/hr.contoso.test");
        assertThat(scan()).contains("By the directory it is on CONTOSO\\third, which decrypts for nobody");
    }

    @Test
    void severalOrNobodyMayHoldIt() throws IOException {
        account("svc", "user", "svc", "description: x");
        account("other", "user", "other", "description: x");
        assertThat(scan()).contains("By the directory it is on no account");
        account("a", "user", "a", "servicePrincipalName: HTTP/hr.contoso.test");
        account("b", "user", "b", "servicePrincipalName: HTTP/hr.contoso.test");
        assertThat(scan()).contains("By the directory it is on CONTOSO\\a, CONTOSO\\b: no ticket is made");
    }

    @Test
    void twoSpellingsOfOneAccountAreOne() throws IOException {
        server("WEB02", "hr@corp.example");
        account("svc", "user", "svc", "userPrincipalName: hr@corp.example");
        assertThat(scan()).isEmpty();
    }

    @Test
    void oneNameInTwoDomainsIsTwoAccounts() throws IOException {
        server("WEB02", "EU\\svc");
        account("svc", "user", "svc", "servicePrincipalName: HTTP/hr.contoso.test");
        export += "dn: CN=svc,DC=eu,DC=contoso,DC=test\nobjectClass: user\nsAMAccountName: svc\n\n";
        assertThat(scan()).contains("2 accounts", "EU\\svc", "it is on CONTOSO\\svc");
    }

    @Test
    void nothingIsSaidOfHoldersWhereTheyAreNotKnown() throws IOException {
        export = export.replace("HOST/", "TERMSRV/").replace("computer", "organizationalUnit");
        account("svc", "user", "svc", "servicePrincipalName: HTTP/hr.contoso.test");
        assertThat(scan()).contains("2 accounts").doesNotContain("By the directory");
    }
}
