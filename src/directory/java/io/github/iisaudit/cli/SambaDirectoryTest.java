package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A domain of Samba on the loopback, asked by programs of their own; {@code src/directory/samba/start} makes it. */
class SambaDirectoryTest {

    private static final String ADDRESS = "127.0.0.77";
    private static final String HOST = "dc1.fabrikam.test";
    private static final String PASSWORD = "IISAUDIT_DIRECTORY_PASSWORD";

    /** The name of a site, as whom its pool runs, and who opens the tickets, what comes of it, delegation, encryption. */
    private static final List<String> QUESTIONS = List.of(
            "aes|aes|FABRIKAM\\aes|works|constrained|fine",
            "AES.fabrikam.TEST|aes|FABRIKAM\\aes|works|constrained|fine",
            "web01.fabrikam.test||FABRIKAM\\WEB01$|works|none|fine",
            "web01|aes|FABRIKAM\\aes|wrong-account|constrained|fine",
            "rc4.fabrikam.test|rc4|FABRIKAM\\rc4|works|none|rc4-only",
            "des.fabrikam.test|des|FABRIKAM\\des|wrong-account|none|des-only",
            "off.fabrikam.test|off|FABRIKAM\\off|wrong-account|none|default",
            "all.fabrikam.test|all|FABRIKAM\\all|works|unconstrained|default",
            "any.fabrikam.test|any|FABRIKAM\\any|works|protocol-transition|default",
            "let.fabrikam.test|let|FABRIKAM\\let|works|resource-based|default",
            "twin.fabrikam.test|twin|FABRIKAM\\twin|duplicate|none|default",
            "farm.fabrikam.test|gmsa$|FABRIKAM\\gmsa$|works|none|fine",
            "farm.fabrikam.test|plain|FABRIKAM\\plain|wrong-account|none|default",
            "juergen.fabrikam.test|Jürgen|FABRIKAM\\Jürgen|works|none|default",
            "nobody.fabrikam.test|plain|FABRIKAM\\plain|missing|none|default");

    @TempDir
    static Path folder;

    private static Process domain;

    @BeforeAll
    static void startTheDomain() throws Exception {
        assumeTrue(isThere("samba") && isThere("samba-tool"), "Samba is not installed: skipped");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may serve a domain: skipped");
        assumeTrue(isFree(), "another program has port 389 of " + ADDRESS + ": skipped");
        Path home = folder.resolve("domain");
        Files.writeString(folder.resolve("hosts"), ADDRESS + " " + HOST + "\n" + ADDRESS + " other.fabrikam.test\n");
        domain = new ProcessBuilder("src/directory/samba/start", home.toString(), ADDRESS)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("start.log").toFile())
                .start();
        for (int i = 0; i < 600 && domain.isAlive() && !answers(); i++) {
            Thread.sleep(100);
        }
        assertThat(answers()).as(Files.readString(folder.resolve("start.log"))).isTrue();
        servers();
    }

    @AfterAll
    static void stopIt() throws InterruptedException {
        if (domain != null) {
            domain.descendants().forEach(ProcessHandle::destroy);
            domain.destroy();
            domain.waitFor();
        }
    }

    private static boolean isThere(String program) {
        for (String place : (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(place, program))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree() {
        try (ServerSocket socket = new ServerSocket(389, 1, InetAddress.getByName(ADDRESS))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers() {
        try (Socket socket = new Socket(ADDRESS, 636)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** One server with a site for each question, in their order. */
    private static void servers() throws IOException {
        StringBuilder pools = new StringBuilder();
        StringBuilder sites = new StringBuilder();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            String[] question = QUESTIONS.get(i).split("\\|");
            String identity = question[1].isEmpty()
                    ? "identityType=\"NetworkService\""
                    : "identityType=\"SpecificUser\" userName=\"FABRIKAM\\" + question[1] + "\"";
            pools.append("<add name=\"P%d\"><processModel %s /></add>".formatted(i, identity));
            sites.append("""
                    <site name="S%02d" id="%d"><application path="/" applicationPool="P%d">
                    <virtualDirectory path="/" physicalPath="D:\\s" /></application>
                    <bindings><binding protocol="http" bindingInformation="*:80:%s" /></bindings></site>
                    """.formatted(i, i + 1, i, question[0]));
        }
        Files.createDirectories(folder.resolve("WEB01"));
        Files.writeString(folder.resolve("WEB01/applicationHost.config"), """
                <configuration><configSections>
                  <sectionGroup name="system.applicationHost">
                    <section name="applicationPools" /><section name="sites" />
                  </sectionGroup>
                  <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                    <section name="windowsAuthentication" overrideModeDefault="Deny" />
                  </sectionGroup></sectionGroup></sectionGroup></configSections>
                  <system.applicationHost><applicationPools>%s</applicationPools><sites>%s</sites></system.applicationHost>
                  <system.webServer><security><authentication>
                    <windowsAuthentication enabled="true" useKernelMode="false">
                      <providers><add value="Negotiate" /></providers>
                    </windowsAuthentication>
                  </authentication></security></system.webServer>
                </configuration>
                """.formatted(pools, sites));
    }

    private record Answer(int exit, String out, String err) {}

    private static Answer run(Map<String, String> environment, List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .put("KRB5_CONFIG", folder.resolve("domain/krb5.conf").toString());
        builder.environment().put("KRB5CCNAME", "FILE:" + folder.resolve("tickets"));
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Answer(exit, Files.readString(out), Files.readString(err));
    }

    private static Answer kerberos(Map<String, String> environment, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "kerberos",
                folder.resolve("WEB01").toString(),
                "--no-config",
                "--format",
                "json",
                "--debug",
                "--directory-ca",
                folder.resolve("domain/tls/cert.pem").toString()));
        command.addAll(List.of(options));
        return run(environment, command);
    }

    private static Answer asUser(String user, String password, String address) throws Exception {
        return kerberos(Map.of(PASSWORD, password), "--directory", address, "--directory-user", user);
    }

    private static void ticket(String user) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "Pw-" + user + "-1\n");
        ProcessBuilder kinit =
                new ProcessBuilder("kinit", "-c", folder.resolve("tickets").toString(), user);
        kinit.environment()
                .put("KRB5_CONFIG", folder.resolve("domain/krb5.conf").toString());
        int exit = kinit.redirectInput(password.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("kinit.log").toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(folder.resolve("kinit.log"))).isZero();
    }

    private static List<String> answers(Answer answer) {
        List<String> found = new ArrayList<>();
        JsonNode server =
                JsonMapper.shared().readTree(answer.out()).path("servers").path(0);
        for (JsonNode application : server.path("applications")) {
            String[] question = QUESTIONS.get(found.size()).split("\\|");
            found.add(String.join(
                    "|",
                    question[0],
                    question[1],
                    application.path("opens").path("account").asString(),
                    application.path("verdict").asString(),
                    application.path("delegation").path("kind").asString(),
                    application.path("encryption").path("verdict").asString()));
        }
        return found;
    }

    @Test
    void everyWayToAskGivesEveryAnswer() throws Exception {
        ticket("audit");
        Map<String, Answer> ways = new LinkedHashMap<>();
        ways.put("LDAPS", asUser("FABRIKAM\\audit", "Pw-audit-1", "ldaps://" + HOST));
        ways.put("StartTLS", asUser("audit@fabrikam.test", "Pw-audit-1", "ldap://" + HOST));
        ways.put("GSSAPI", kerberos(Map.of(), "--directory", "ldap://" + HOST, "--directory-kerberos"));
        ways.forEach((way, answer) -> {
            assertThat(answer.err()).as(way).doesNotContain("iisaudit: ldap");
            assertThat(answers(answer)).as(way).containsExactlyElementsOf(QUESTIONS);
        });
    }

    @Test
    void aGlobalCatalogKnowsNamesOnly() throws Exception {
        Answer answer = asUser("FABRIKAM\\audit", "Pw-audit-1", "ldaps://" + HOST + ":3269");
        assertThat(answers(answer)).anyMatch(each -> each.contains("|works|"));
        assertThat(answer.out()).doesNotContain("\"none\"", "\"fine\"");
    }

    private static void assertFails(Answer answer, String reason) {
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.err())
                .contains("iisaudit: ldap", HOST.substring(4), reason)
                .doesNotContain("Pw-", "wrong-");
        assertThat(answer.out()).doesNotContain("Pw-", "wrong-password");
    }

    @Test
    void whoMayNotAskIsToldWhy() throws Exception {
        String address = "ldaps://" + HOST;
        assertFails(asUser("FABRIKAM\\audit", "wrong-password", address), "the user or the password is wrong");
        assertFails(asUser("FABRIKAM\\nobody", "wrong-password", address), "the user or the password is wrong");
        assertFails(asUser("FABRIKAM\\gone", "Pw-gone-1", address), "the user is disabled");
        assertFails(
                asUser("FABRIKAM\\audit", "Pw-audit-1", "ldaps://other.fabrikam.test"), "for another host: " + HOST);
    }

    @Test
    void whoHasNoTicketIsToldSo() throws Exception {
        String address = "ldap://" + HOST;
        Map<String, String> elsewhere = Map.of("KRB5CCNAME", "FILE:" + folder.resolve("none"));
        assertFails(kerberos(elsewhere, "--directory", address, "--directory-kerberos"), "no ticket in the cache");
        ticket("audit");
        String other = "ldap://other.fabrikam.test";
        assertFails(kerberos(Map.of(), "--directory", other, "--directory-kerberos"), "no ldap/ name of this host");
    }
}
