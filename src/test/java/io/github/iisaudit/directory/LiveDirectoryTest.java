package io.github.iisaudit.directory;

import static io.github.iisaudit.directory.Exports.computer;
import static io.github.iisaudit.directory.Exports.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import io.github.iisaudit.directory.Directory.Through;
import io.github.iisaudit.directory.LiveSource.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that answers, of this process. */
class LiveDirectoryTest {

    private static final Patience SHORT = new Patience(2_000, 5_000, 20_000);

    @TempDir
    Path folder;

    private static LiveSource source(String address, DirectoryServer server, String password) {
        try {
            return new LiveSource(
                    DirectoryAddress.of(address),
                    Logon.of(DirectoryServer.USER, password),
                    Files.readAllBytes(server.authority()),
                    SHORT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Directory read(String address, DirectoryServer server) throws UnreadableDirectoryException {
        Registry registry = new Registry();
        registry.read(source(address, server, DirectoryServer.PASSWORD));
        return registry.directory();
    }

    private static void assertFails(String address, DirectoryServer server, String password, String reason) {
        assertThatThrownBy(() -> new Registry().read(source(address, server, password)))
                .isInstanceOf(UnreadableDirectoryException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("Pl4nted");
    }

    @Test
    void accountsComeOverTls() throws Exception {
        String svc = user("svc", "servicePrincipalName: HTTP/hr", "userAccountControl: 512");
        try (DirectoryServer server = DirectoryServer.in(folder).with(computer("WEB01"), svc)) {
            Directory directory = read(server.ofTls(), server);
            assertThat(directory.holders("HTTP/hr").accounts()).hasSize(1);
            assertThat(directory.holders("HTTP/web01").through()).isEqualTo(Through.HOST);
            assertThat(directory.isExactKnown("HTTP/other")).isTrue();
            assertThat(directory
                            .delegation(directory.account("svc").orElseThrow())
                            .kind())
                    .isEqualTo(Delegation.Kind.NONE);
            assertThat(server.asked().get(0)).isEqualTo("bind");
        }
    }

    @Test
    void withoutTlsFromTheStartItIsAskedForBeforeThePasswordIsSent() throws Exception {
        try (DirectoryServer server = DirectoryServer.in(folder).with(user("svc"));
                ListeningProxy proxy = new ListeningProxy(server.startTlsPort())) {
            assertThat(read("ldap://localhost:" + proxy.port(), server).account("svc"))
                    .isPresent();
            assertThat(proxy.heard())
                    .startsWith("0")
                    .contains("1.3.6.1.4.1.1466.20037")
                    .doesNotContain(DirectoryServer.PASSWORD, DirectoryServer.USER, "svc");
        }
    }

    @Test
    void noPasswordIsSentWhereTheDirectoryHasNoTls() {
        try (DirectoryServer server = DirectoryServer.in(folder)) {
            assertFails(
                    server.ofPlain(), server, DirectoryServer.PASSWORD, "it does not offer StartTLS, and no password");
            assertThat(server.asked()).doesNotContain("bind");
        }
    }

    @Test
    void accountsComePageByPageAndWithTheAttributesThatMatterOnly() throws Exception {
        try (DirectoryServer server = DirectoryServer.in(folder)) {
            for (int i = 0; i < 2500; i++) {
                server.with(user("user" + i));
            }
            Directory directory = read(server.ofTls(), server);
            assertThat(directory.sources().get(0).accounts()).isEqualTo(2500);
            assertThat(directory.account("user2499")).isPresent();
            assertThat(server.asked().stream().filter(asked -> asked.contains("userAccountControl")))
                    .hasSize(3);
            assertThat(server.asked())
                    .allMatch(asked -> asked.equals("bind") || asked.startsWith("search"))
                    .noneMatch(asked -> asked.endsWith("[]") || asked.contains("*") || asked.contains("Pwd,"));
        }
    }

    @Test
    void fromAPartOfTheDomainNothingFollowsForTheRest() throws Exception {
        String base = "dn: OU=Web,DC=contoso,DC=test\nobjectClass: organizationalUnit\n\n";
        String svc = user("svc", "servicePrincipalName: HTTP/hr").replace("CN=svc,", "CN=svc,OU=Web,");
        String web01 = computer("WEB01").replace("CN=WEB01,", "CN=WEB01,OU=Web,");
        try (DirectoryServer server = DirectoryServer.in(folder).with(base, svc, web01)) {
            Directory directory = read(server.ofTls() + "/OU=Web,DC=contoso,DC=test", server);
            assertThat(directory.holders("HTTP/hr").accounts()).hasSize(1);
            assertThat(directory.isExactKnown("HTTP/other")).isFalse();
            assertThat(directory.isMappedKnown("HTTP/other")).isFalse();
        }
    }

    @Test
    void manyNamesThatComeInPartsAreNotTakenForAll() throws Exception {
        String svc = user("svc", "servicePrincipalName: HTTP/hr");
        try (DirectoryServer server =
                DirectoryServer.in(folder).with(svc).showing(LiveDirectoryTest::withPartOfNames)) {
            Directory directory = read(server.ofTls(), server);
            assertThat(directory.account("svc").orElseThrow().isSpnWhole()).isFalse();
        }
    }

    private static Entry withPartOfNames(Entry entry) {
        Entry copy = entry.duplicate();
        String[] names = copy.getAttributeValues("servicePrincipalName");
        if (names != null) {
            copy.removeAttribute("servicePrincipalName");
            copy.addAttribute("servicePrincipalName;range=0-0", names);
        }
        return copy;
    }

    @Test
    void aWrongPasswordIsOne() {
        try (DirectoryServer server = DirectoryServer.in(folder)) {
            assertFails(server.ofTls(), server, "Pl4nted-other", "it does not accept the user with this password");
        }
    }

    /** As domain controllers say it. */
    @Test
    void whoMayNotSignOnIsToldWhy() {
        try (DirectoryServer server = DirectoryServer.in(folder)) {
            server.denying("80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 533, v2580");
            assertFails(server.ofTls(), server, DirectoryServer.PASSWORD, "the user is disabled");
            server.denying("80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 52e, v2580");
            assertFails(server.ofTls(), server, DirectoryServer.PASSWORD, "the user or the password is wrong");
            server.denying("data 775 but the password was " + DirectoryServer.PASSWORD);
            assertFails(server.ofTls(), server, DirectoryServer.PASSWORD, "the user is locked out");
        }
    }

    @Test
    void aCertificatePastItsTimeIsRefusedEvenWhereItIsTrusted() {
        String[] old = {
            "--subject-alternative-name-dns",
            "localhost",
            "--days-valid",
            "2",
            "--validity-start-time",
            "20200101000000"
        };
        try (DirectoryServer server = DirectoryServer.in(folder, old)) {
            assertFails(server.ofTls(), server, DirectoryServer.PASSWORD, "its certificate has expired, on 2020-01-0");
            assertFails(server.ofStartTls(), server, DirectoryServer.PASSWORD, "its certificate has expired");
            assertThat(server.asked()).doesNotContain("bind");
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        String[] other = {"--subject-alternative-name-dns", "dc01.contoso.test", "--days-valid", "2"};
        try (DirectoryServer server = DirectoryServer.in(folder, other)) {
            String reason = "its certificate is for another host: dc01.contoso.test";
            assertFails(server.ofTls(), server, DirectoryServer.PASSWORD, reason);
            assertFails(server.ofStartTls(), server, DirectoryServer.PASSWORD, reason);
            assertThat(server.asked()).doesNotContain("bind");
        }
    }

    @Test
    void aCertificateOfNobodyKnownIsRefused() {
        try (DirectoryServer server = DirectoryServer.in(folder)) {
            LiveSource source = new LiveSource(
                    DirectoryAddress.of(server.ofTls()),
                    Logon.of(DirectoryServer.USER, DirectoryServer.PASSWORD),
                    new byte[0],
                    SHORT);
            assertThatThrownBy(() -> new Registry().read(source))
                    .hasMessageContaining("no authority that is trusted: name that one with --directory-ca FILE");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        try (DirectoryServer server = DirectoryServer.in(folder)) {
            String missing = server.ofTls() + "/OU=Nowhere,DC=contoso,DC=test";
            assertFails(missing, server, DirectoryServer.PASSWORD, "it has nothing at the base that is asked for");
        }
    }
}
