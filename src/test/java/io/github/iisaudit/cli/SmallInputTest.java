package io.github.iisaudit.cli;

import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.providers;
import static io.github.iisaudit.ConfigParts.site;
import static io.github.iisaudit.ConfigParts.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.ConfigParts;
import io.github.iisaudit.source.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Files below 1 MB that took minutes, or all memory. Each takes a second or two; the limit is for slow machines. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SmallInputTest {

    private static final String ON = " enabled=\"true\"";
    private static final String IGNORE = "<!-- iisaudit:ignore kernel-mode-preauth-401 -->";

    private static final String GIVEN_UP = "given up after 50,000,000 steps, of which ";

    @TempDir
    Path folder;

    private static String location(String path, String inside) {
        return ConfigParts.location(path, windows(ON, inside));
    }

    private Run run(String command, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = command;
        args[1] = folder.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.of(args);
    }

    /** All that a run says, however its lines are wrapped. */
    private static String said(Run run) {
        return (run.out() + run.err()).replaceAll("\\s+", " ");
    }

    private void host(String inSite, String outside) throws IOException {
        Files.writeString(folder.resolve(HOST), configuration(site(inSite) + outside));
    }

    private void web(String text) throws IOException {
        Files.writeString(folder.resolve("web.config"), "<configuration>" + text + "</configuration>");
    }

    /** A site with as many applications as bindings. */
    private void bindings(int n) throws IOException {
        String bindings =
                each(n, i -> "<binding protocol=\"http\" bindingInformation=\"*:80:h" + i + ".contoso.com\"/>");
        host(each(n, i -> application(i == 0 ? "/" : "/a" + i)) + "<bindings>" + bindings + "</bindings>", on());
    }

    @Test
    void aLocationPathOfMoreNamesThanAUrlHasIsNotVerifiable() throws IOException {
        host(application("/"), location("S" + each(20_000, i -> "/a"), ""));
        assertThat(run("scan", "--format", "json").out())
                .contains("\"rule\": \"not-verifiable\"")
                .contains("the location path has more than 255 names or 32767 characters");
    }

    @Test
    void aLocationPathOfManyNamesWithCommasIsOneName() throws IOException {
        host(application("/"), location("S/" + each(10_000, i -> "a,"), ""));
        assertThat(run("scan").exit()).isEqualTo(1);
    }

    @Test
    void manyIgnoreCommentsMayStandOnOneLine() throws IOException {
        web(each(8_000, i -> IGNORE) + on());
        assertThat(run("scan").exit()).isLessThanOrEqualTo(1);
    }

    @Test
    void manyIgnoreCommentsMayStandBesideElementsOfOneLine() throws IOException {
        web("<appSettings>" + each(6_000, i -> "<add key=\"k" + i + "\"/>" + IGNORE) + "</appSettings>" + on());
        assertThat(run("scan").exit()).isLessThanOrEqualTo(1);
    }

    @Test
    void manyProvidersMayStandInOneList() throws IOException {
        web(windows(ON, providers(20_000)));
        assertThat(run("scan").exit()).isLessThanOrEqualTo(1);
    }

    @Test
    void placeholdersOfManySectionsInManyEnvironmentsAreGivenUp() throws IOException {
        web("<system.webServer><security><authentication>"
                + each(9_000, i -> "<windowsAuthentication enabled=\"#{a" + i % 30 + "}\"/>")
                + "</authentication></security></system.webServer>");
        environments(64);
        Run run = run("scan");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(said(run)).contains("given up after 781,250 steps, of which");
    }

    @Test
    void manyProvidersThatNobodyKnowsMayStandInOneList() throws IOException {
        host(application("/"), windows(ON, providers(9_000)));
        assertThat(run("scan").exit()).isEqualTo(1);
    }

    private void environments(int n) throws IOException {
        Files.writeString(
                folder.resolve(".iisaudit.yml"),
                "environments:\n" + each(n, i -> "  e" + i + ":\n    variables:\n      a: b\n"));
    }

    @Test
    void environmentsAreNotWithoutNumber() throws IOException {
        web("");
        environments(65);
        Run run = run("scan");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(said(run)).contains("65 environments, and all is audited for each of them: at most 64 can be");
    }

    @Test
    void scopesOfParametersThatTakeLongAreGivenUp() throws IOException {
        Path deployed = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(deployed))) {
            entry(zip, "archive.xml", "<sitemanifest/>");
            String scope = "(.*)*(.*)*x";
            entry(
                    zip,
                    "parameters.xml",
                    "<parameters>"
                            + each(
                                    3_000,
                                    i -> "<parameter name='p" + i + "' defaultValue='v'>"
                                            + "<parameterEntry kind='XmlFile' scope='" + scope + i
                                            + "' match='//a/@b'/></parameter>")
                            + "</parameters>");
            for (int i = 0; i < 50; i++) {
                entry(zip, "Content/C_C/w/f" + i + "/web.config", "<configuration/>");
            }
        }
        Run run = Run.of("scan", deployed.toString(), "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("the scopes of the parameters take too long");
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIfOfManyBindingsTimesManyApplicationsIsGivenUp() throws IOException {
        bindings(3_000);
        Run run = run("what-if", "--set", "useKernelMode=false", "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(said(run)).contains(GIVEN_UP).contains("applications that share host names");
    }

    @Test
    void anApplicationOfADeepPathIsGivenUp() throws IOException {
        host(application("/") + application(each(20_000, i -> "/a" + i % 9)), "");
        Run run = run("scan", "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("went into the way down to its configuration paths");
    }

    @Test
    void scansOfManyBindingsTimesManyApplicationsAreGivenUp() throws IOException {
        bindings(3_000);
        for (String command : new String[] {"scan", "effective"}) {
            Run run = run(command);
            assertThat(run.exit()).isEqualTo(3);
            assertThat(said(run)).contains(GIVEN_UP).contains("the bindings of its sites at each of their paths");
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void aServerThatCannotBeComparedWithHowItWasIsReportedWhole() throws IOException {
        bindings(3_000);
        GitRepository.at(folder).committed();
        bindings(1);
        Run run = run("scan", "--since", "HEAD", "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains("not compared with HEAD, so all findings are shown: " + GIVEN_UP)
                .contains("\"rule\": \"kernel-mode-preauth-401\"");
    }

    @Test
    void anAddressOfManyIsNotRepeatedAtEachPath() throws IOException {
        bindings(1_000);
        Run run = run("effective");
        assertThat(run.out()).contains("and 980 more");
        assertThat(run.out().length()).isLessThan(10_000_000);
    }

    @Test
    void manyPatternsMayIgnoreFiles() throws IOException {
        Files.writeString(folder.resolve(".iisaudit.yml"), "ignore:\n" + each(20_000, i -> "  - \"a" + i + "/*.x\"\n"));
        host(application("/"), each(1_000, i -> location("S/f" + i, "")));
        assertThat(run("scan").exit()).isEqualTo(1);
    }

    @Test
    void manyFindingsOfOneLineMayBeMended() throws IOException {
        host(application("/"), each(5_000, i -> location("T" + i, "")));
        assertThat(run("fix").out()).contains("+++ b/applicationHost.config");
    }

    @Test
    void aListOfManyThatIsAnotherOneAtManyPathsIsGivenUp() throws IOException {
        host(
                application("/"),
                windows(ON, providers(1_500))
                        + each(1_500, i -> location("S/f" + i, "<providers><add value=\"q" + i + "\"/></providers>")));
        Run run = run("scan", "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains(GIVEN_UP).contains("what rules look at");
    }

    @Test
    void aFileOfManyProvidersThatManyPathsIncludeIsGivenUp() throws IOException {
        web(each(1_000, i -> ConfigParts.location("f" + i, windows(" configSource=\"a.config\"", ""))));
        Files.writeString(
                folder.resolve("a.config"),
                "<windowsAuthentication" + ON + ">" + providers(1_000) + "</windowsAuthentication>");
        Run run = run("scan", "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains(GIVEN_UP).contains("what rules look at");
    }

    @Test
    void aChangeIsLaidOutAsALineOfManyTagsIs() throws IOException {
        host(application("/"), windows(ON, "") + each(120_000, i -> "<!---->"));
        assertThat(run("fix", "--set", "useKernelMode=false").out()).contains("useKernelMode");
    }
}
