package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    /** A server with one site, whose web.config breaks the lock of windowsAuthentication. */
    private static final String HOST = """
        <configuration>
          <configSections>
            <sectionGroup name="system.applicationHost">
              <section name="applicationPools" overrideModeDefault="Deny" />
              <section name="sites" overrideModeDefault="Deny" />
            </sectionGroup>
            <sectionGroup name="system.webServer">
              <sectionGroup name="security">
                <sectionGroup name="authentication">
                  <section name="anonymousAuthentication" overrideModeDefault="Deny" />
                  <section name="windowsAuthentication" overrideModeDefault="Deny" />
                </sectionGroup>
              </sectionGroup>
            </sectionGroup>
          </configSections>
          <system.applicationHost>
            <applicationPools><add name="Pool" /></applicationPools>
            <sites>
              <site name="Site" id="1">
                <application path="/" applicationPool="Pool">
                  <virtualDirectory path="/" physicalPath="C:\\site" />
                </application>
                <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
              </site>
            </sites>
          </system.applicationHost>
        </configuration>
        """;

    private static final String WEB = """
        <configuration>
          <system.webServer>
            <security>
              <authentication>
                <windowsAuthentication enabled="true" />
              </authentication>
            </security>
          </system.webServer>
        </configuration>
        """;

    @TempDir
    private Path folder;

    private String server(String web) throws IOException {
        Path server = Files.createDirectories(folder.resolve("SERVER1"));
        Files.writeString(server.resolve("applicationHost.config"), HOST);
        Files.createDirectories(server.resolve("C/site"));
        Files.writeString(server.resolve("C/site/web.config"), web);
        return server.toString();
    }

    @Test
    void findingsAreExitCode1() throws IOException {
        Run run = Run.of("scan", server(WEB));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("error[section-locked]: ").contains("  --> C/site/web.config:5:9\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aCleanServerIsExitCode0() throws IOException {
        Run run = Run.of("scan", server("<configuration/>"));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).endsWith("\n\n1 server, 2 files, 2 paths: no findings\n");
    }

    @Test
    void whatCannotBeReadIsExitCode3AndWinsOverFindings() throws IOException {
        Run run = Run.of("scan", server("<configuration>"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("could not be audited:\n  C/site/web.config:1:");
    }

    @Test
    void failOnDecidesWhichFindingsCount() throws IOException {
        String server = server(WEB);

        assertThat(Run.of("scan", server, "--fail-on", "never").exit()).isZero();
        assertThat(Run.of("scan", server, "--fail-on", "ERROR").exit()).isEqualTo(1);
        assertThat(Run.of("scan", server, "--skip-rule", "section-locked").exit())
                .isZero();
    }

    @Test
    void oneRuleCanRunAlone() throws IOException {
        Run run = Run.of("scan", server(WEB), "--rule", "stale-location", "--format", "json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\"findings\": []");
    }

    @Test
    void reportsGoToFilesToo() throws IOException {
        Path json = folder.resolve("r.json");
        Path sarif = folder.resolve("r.sarif");
        Run run = Run.of("scan", server(WEB), "--output", "json=" + json, "--output", "sarif=" + sarif);

        assertThat(run.out()).contains("error[section-locked]");
        assertThat(json).content().contains("\"schemaVersion\": 1");
        assertThat(sarif).content().contains("\"version\": \"2.1.0\"");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidBeforeTheAudit() throws IOException {
        Run run = Run.of("scan", server(WEB), "--output", "json=" + folder.resolve("no/such/r.json"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("iisaudit: cannot write ").hasLineCount(1);
    }

    @Test
    void standardInputIsOneFile() {
        Run run = Run.withInput(WEB, "scan", "-", "--stdin-filename", "deploy/web.config");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("  --> web.config:5:");
    }

    @Test
    void quietSaysNothingAboutACleanServer() throws IOException {
        assertThat(Run.of("scan", server("<configuration/>"), "--quiet")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void coloursComeOnRequestOnly() throws IOException {
        String server = server(WEB);

        assertThat(Run.of("scan", server).out()).doesNotContain("\u001B");
        assertThat(Run.of("scan", server, "--color", "always").out()).contains("\u001B[1;31merror");
    }

    @Test
    void nothingToAuditIsExitCode3() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run run = Run.of("scan", empty.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no applicationHost.config").hasLineCount(1);
    }

    @Test
    void effectiveShowsOnePath() throws IOException {
        Run run = Run.of("effective", server("<configuration/>"), "--path", "site/");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("Site   site, pool Pool (ApplicationPoolIdentity)\n")
                .contains("\n    useKernelMode ");
    }

    @Test
    void effectiveNamesThePathsThatThereAre() throws IOException {
        Run run = Run.of("effective", server("<configuration/>"), "--path", "Nowhere", "--format", "json");

        String reason = "there is no path Nowhere; there are /, Site";
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("iisaudit: " + reason + "\n");
        assertThat(run.out()).contains("\"servers\": []").contains(reason);
    }

    @Test
    void effectiveNamesTheSectionsThatThereAre() throws IOException {
        Run run = Run.of("effective", server("<configuration/>"), "--section", "nothing");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no section nothing; there are ");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void aClosedPipeEndsQuietly() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = InputStream.nullInputStream();
        String[] scan = {"scan", server(WEB)};
        String[] effective = {"effective", server(WEB)};

        assertThat(Main.run(scan, in, failing("Broken pipe"), err)).isEqualTo(1);
        assertThat(Main.run(effective, in, failing("Broken pipe"), err)).isZero();
        effective = new String[] {"effective", server(WEB), "--all"}; // more than is kept before it is written
        assertThat(Main.run(effective, in, failing("Broken pipe"), err)).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void outputThatIsLostIsSaidToBe() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"scan", server(WEB)};

        assertThat(Main.run(args, InputStream.nullInputStream(), failing("disk full"), err))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("iisaudit: cannot write standard output: disk full\n");
    }

    @Test
    void aFaultOfTheProgramIsOneLine() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a fault");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"scan", "-"};

        assertThat(Main.run(args, broken, OutputStream.nullOutputStream(), err)).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("iisaudit: internal error, please report it: java.lang.IllegalStateException: a fault;"
                        + " --debug shows where\n");
    }

    @Test
    void aRuleOfTheUserRunsAndABrokenOneIsRefusedWithItsLine() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("broken.xml"), "<rule id=\"broken\">\n  <flag>((</flag>\n</rule>\n");
        Run run = Run.of("scan", server(WEB), "--rules", rules.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("/broken.xml:").hasLineCount(1);
    }
}
