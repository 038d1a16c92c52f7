package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PipesTest {

    @TempDir
    Path temp;

    private String pipe = "";
    private String web = "";
    private String host = "";
    private String export = "";

    @BeforeEach
    void start() throws IOException, InterruptedException {
        pipe = temp.resolve("pipe").toString();
        assumeThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        web = write("web.config", "<configuration/>");
        host = write("applicationHost.config", "<configuration/>");
        export = write("a.ldf", "dn: CN=WEB01,DC=contoso,DC=com\nobjectClass: computer\nsAMAccountName: WEB01$\n\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text).toString();
    }

    private void assertRefused(String... args) {
        Run run = Run.of(args);
        assertThat(run.err())
                .as(String.join(" ", args))
                .contains(pipe, "is no file, but a pipe or a device")
                .hasLineCount(1);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void noCommandWaitsForAPipeThatIsItsPath() {
        assertRefused("scan", pipe);
        assertRefused("effective", pipe);
        assertRefused("fix", pipe);
        assertRefused("history", pipe);
        assertRefused("what-if", pipe, "--set", "useKernelMode=false");
        assertRefused("kerberos", pipe, "--directory", export);
        assertRefused("transform", pipe, web);
        assertRefused("transform", web, pipe);
    }

    @Test
    void noOptionWaitsForAPipe() {
        assertRefused("kerberos", host, "--directory", pipe);
        assertRefused("scan", host, "--directory", pipe);
        assertRefused("kerberos", host, "--directory", export, "--alias-file", pipe);
        assertRefused("confirm", host, "--evidence", pipe);
        assertRefused("scan", web, "--evidence", export, "--evidence-password-file", pipe);
        assertRefused("scan", web, "--transform", pipe);
        assertRefused("scan", web, "--set-parameters", pipe);
        assertRefused("scan", web, "--host", pipe, "--site", "S");
    }

    @Test
    void noLogonWaitsForAPipe() {
        String live = "ldaps://localhost:1";
        assertRefused("kerberos", host, "--directory", live, "--directory-kerberos", "--directory-ca", pipe);
        assertRefused(
                "kerberos", host, "--directory", live, "--directory-user", "a@b", "--directory-password-file", pipe);
    }

    @Test
    void argumentsAreNotAwaitedFromAPipe() {
        assertRefused("@" + pipe);
        assertRefused("scan", web, "@" + pipe);
    }

    @Test
    void aDeviceWithoutEndIsRefusedAsWell() {
        Path zero = Path.of("/dev/zero");
        assumeThat(zero).exists();
        pipe = zero.toString();
        noCommandWaitsForAPipeThatIsItsPath();
        noOptionWaitsForAPipe();
        argumentsAreNotAwaitedFromAPipe();
    }

    /** As /proc/kmsg, which the superuser alone may read, and waits for. */
    @Test
    void whatTheSystemMakesUpAsItIsReadIsNoFile() throws IOException {
        Path madeUp = Path.of("/proc/version");
        assumeThat(madeUp).isRegularFile();
        pipe = madeUp.toString();
        noCommandWaitsForAPipeThatIsItsPath();
        noOptionWaitsForAPipe();
        noLogonWaitsForAPipe();
        argumentsAreNotAwaitedFromAPipe();
        assertThat(Run.of("scan", web, "--baseline", pipe).err()).contains("it is no regular file");
        assertThat(Run.of("scan", web, "--config", pipe).err()).contains("is not a regular file");
        pipe = Files.createSymbolicLink(temp.resolve("link"), madeUp).toString();
        noCommandWaitsForAPipeThatIsItsPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/version", "pipe", "none"})
    void noFolderOfRulesWaitsForWhatIsNoFile(String target) throws IOException {
        assumeThat(Path.of("/proc/version")).isRegularFile();
        Path rules = Files.createDirectories(temp.resolve("rules"));
        Files.createSymbolicLink(rules.resolve("x.xml"), temp.resolve(target));

        for (Run run :
                List.of(Run.of("scan", web, "--rules", rules.toString()), Run.of("rules", "test", rules.toString()))) {
            assertThat(run.err()).contains("rules/x.xml: ").hasLineCount(1);
            assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        }
    }
}
