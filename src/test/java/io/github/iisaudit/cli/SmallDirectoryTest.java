package io.github.iisaudit.cli;

import static io.github.iisaudit.ConfigParts.BINDING;
import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.negotiate;
import static io.github.iisaudit.ConfigParts.site;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a directory below 1 MB that took all memory, or minutes. Each takes a second or two; the limit is for slow machines. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SmallDirectoryTest {

    private static final String WEB =
            "dn: CN=WEB01,DC=x\nobjectClass: computer\nsAMAccountName: WEB01$\nservicePrincipalName: HOST/WEB01\n\n";

    @TempDir
    Path folder;

    private static String user(String name, String more) {
        return "dn: CN=" + name + ",DC=x\nobjectClass: user\nsAMAccountName: " + name + "\n" + more + "\n";
    }

    private static String spn(int number) {
        return "servicePrincipalName: HTTP/h" + number + ".x\n";
    }

    private Run kerberos(int applications, int hosts, String directory) throws IOException {
        return kerberos("", each(applications, i -> application(i == 0 ? "/" : "/a" + i)), hosts, directory);
    }

    private Run kerberos(String pools, String applications, int hosts, String directory) throws IOException {
        String bindings = "<bindings>" + each(hosts, BINDING::formatted) + "</bindings>";
        String host = configuration(site(applications + bindings) + negotiate());
        Files.writeString(folder.resolve(HOST), host.replace("</applicationPools>", pools + "</applicationPools>"));
        Path export = Files.writeString(folder.resolve("ad.ldf"), WEB + directory);
        return Run.of(
                "kerberos", folder.toString(), "--computer-account", "X\\WEB01$", "--directory", export.toString());
    }

    @Test
    void oneAccountMayHoldManyNames() throws IOException {
        Run run = kerberos(1, 4_500, user("svc", each(4_500, SmallDirectoryTest::spn)));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("HTTP/h4499.x");
    }

    @Test
    void manyAccountsThatHoldANameOfManyApplicationsAreGivenUp() throws IOException {
        Run run = kerberos(1_000, 1, each(6_000, i -> user("u" + i, spn(0))));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().replaceAll("\\s+", " ")).contains("the accounts that hold the names of its applications");
    }

    @Test
    void oneAccountMayBeToldOfManyTimes() throws IOException {
        assertThat(kerberos(1, 1, each(8_000, i -> user("svc", spn(i)))).exit()).isZero();
    }

    @Test
    void groupsThatBackEndsNameMayLieInEachOther() throws IOException {
        String groups = each(
                2_000,
                i -> "dn: CN=g" + i + ",DC=x\nobjectClass: group\nsAMAccountName: g" + i
                        + "\nobjectSid: S-1-5-21-1-2-3-"
                        + i + "\nmember: CN=g" + (i + 1) % 2_000 + ",DC=x\n\n"
                        + "dn: CN=b" + i + ",DC=x\nobjectClass: computer\nsAMAccountName: b" + i
                        + "$\nmsDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;GA;;;S-1-5-21-1-2-3-" + i + ")\n\n");
        assertThat(kerberos(1, 1, groups + user("svc", spn(0))).exit()).isEqualTo(1);
    }

    @Test
    void aForestHasFewClassesThatStandForHttp() throws IOException {
        String mappings = each(4_000, i -> "sPNMappings: c" + i + "=http\n");
        Run run = kerberos(1, 1, "dn: CN=Directory Service,DC=x\nobjectClass: nTDSService\n" + mappings + "\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().replaceAll("\\s+", " ")).contains("more than 64 classes of names stand for HTTP");
    }

    @Test
    void usersOfOneNameInThousandsOfDomainsAreGivenUp() throws IOException {
        String pools = each(
                3_000,
                i -> "<add name=\"P" + i + "\"><processModel identityType=\"SpecificUser\" userName=\"D" + i
                        + "\\u\"/></add>");
        String applications = each(
                3_000,
                i -> "<application path=\"/" + (i == 0 ? "" : "a" + i) + "\" applicationPool=\"P" + i
                        + "\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w\"/></application>");
        String domains = each(
                6_000,
                i -> "dn: CN=u,DC=d" + i + ",DC=com\nobjectClass: user\nsAMAccountName: u\n\n"
                        + "dn: CN=D" + i + ",CN=Partitions,DC=x\nobjectClass: crossRef\nnETBIOSName: D" + i
                        + "\nnCName: DC=d" + i + ",DC=com\n\n");
        Run run = kerberos(pools, applications, 1, domains);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().replaceAll("\\s+", " ")).contains("the accounts that hold the names of its applications");
    }
}
