package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with web.config files of one name, audited before and after a change. */
class BaselineCommandTest {

    /** One finding: a password in clear text. */
    private static final String WEB = """
            <configuration>
              <system.web>
                <identity impersonate="true" userName="CONTOSO\\svc" password="secret" />
              </system.web>
            </configuration>
            """;

    private static final List<String> ONE_RULE = List.of("--rule", "password-in-clear-text");

    @TempDir
    private Path folder;

    private Path repository;
    private Path baseline;

    @BeforeEach
    void acceptThreeApplications() throws IOException {
        repository = folder.resolve("shop");
        baseline = folder.resolve("known.txt");
        write("b/web.config", WEB);
        write("c/web.config", WEB);
        write("d/web.config", WEB);
        assertThat(scan("--write-baseline", baseline.toString()).exit()).isZero();
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Run scan(String... options) {
        List<String> args = new ArrayList<>(List.of("scan", repository.toString()));
        args.addAll(ONE_RULE);
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    private Run compare(String... options) {
        List<String> args = new ArrayList<>(List.of("--baseline", baseline.toString()));
        args.addAll(List.of(options));
        return scan(args.toArray(String[]::new));
    }

    private void assertNothingIsNew() {
        Run run = compare();

        assertThat(run.out()).contains("no findings, 3 known").doesNotContain("fixed");
        assertThat(run.exit()).isZero();
    }

    @Test
    void theSecondRunFindsNothingNew() {
        assertNothingIsNew();
    }

    @Test
    void linesAboveAndIndentationMakeNothingNew() throws IOException {
        write("b/web.config", WEB.replace("<system.web>", "<!-- a -->\n\n<system.web>"));
        write("c/web.config", WEB.replace("    <identity", "\t<identity").replace("\n", "\r\n"));

        assertNothingIsNew();
    }

    @Test
    void aMovedFolderMakesNothingNew() throws IOException {
        Files.createDirectories(repository.resolve("a/new"));
        Files.move(repository.resolve("d/web.config"), repository.resolve("a/new/web.config"));

        assertNothingIsNew();
    }

    @Test
    void aFileThatIsSpelledInAnotherCaseMakesNothingNew() throws IOException {
        Files.move(repository.resolve("d/web.config"), repository.resolve("d/Web.config"));

        assertNothingIsNew();
    }

    @Test
    void aFindingThatIsFixedInOneFileDoesNotHideItsLikeInAnother() throws IOException {
        write("b/web.config", "<configuration/>");
        write("e/web.config", WEB);

        Run run = compare("--format", "csv");

        assertThat(run.out().lines().filter(line -> line.startsWith("reported")))
                .singleElement(STRING)
                .contains("e/web.config");
        assertThat(run.out().lines().filter(line -> line.startsWith("fixed")))
                .singleElement(STRING)
                .contains("b/web.config");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aRepositoryElsewhereIsTheSame() throws IOException {
        repository = Files.move(repository, folder.resolve("checkout"), StandardCopyOption.ATOMIC_MOVE);

        assertNothingIsNew();
    }

    @Test
    void aFindingInAFileBeforeOthersOfItsNameIsTheOneThatIsNew() throws IOException {
        write("a/web.config", WEB);
        Run run = compare();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("--> a/web.config:3:")
                .contains("3 known")
                .doesNotContain("also at");
    }

    @Test
    void whatIsFixedIsNamed() throws IOException {
        write("c/web.config", "<configuration/>");
        Run run = compare();

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("fixed since the baseline was written:\n  password-in-clear-text  c/web.config\n")
                .contains("system.web/identity")
                .contains("note: 1 finding of the baseline is fixed: write it anew with");
        assertThat(compare("--format", "json").out())
                .contains("\"fixed\": [")
                .contains("\"file\": \"c/web.config\"")
                .contains("\"known\": 2")
                .contains("\"baselineState\": \"unchanged\"");
    }

    @Test
    void theSameFileAsBothIsUpdated() throws IOException {
        write("c/web.config", "<configuration/>");
        write("e/web.config", WEB);
        write("f/web.config", WEB);
        Run run = compare("--write-baseline", baseline.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("--> e/web.config", "fixed since the baseline was written:")
                .doesNotContain("write it anew");
        assertThat(Files.readString(baseline)).doesNotContain("c/web.config").contains("e/web.config", "f/web.config");
        assertThat(compare().out()).contains("no findings, 4 known").doesNotContain("fixed");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(repository, baseline);
        }
    }

    @Test
    void whatTheRunCouldNotJudgeIsNeitherFixedNorForgotten() throws IOException {
        write("c/web.config", "<configuration>");
        Run run = compare("--write-baseline", baseline.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("fixed");
        assertThat(Files.readString(baseline)).contains("c/web.config");
        Run other = Run.of(
                "scan",
                repository.toString(),
                "--rule",
                "stale-location",
                "--baseline",
                baseline.toString(),
                "--quiet");
        assertThat(other.out()).doesNotContain("fixed");
    }

    @Test
    void suppressedFindingsAreNeitherWrittenNorFixed() throws IOException {
        write(
                "c/web.config",
                WEB.replace("<system.web>", "<system.web>\n<!-- iisaudit:ignore password-in-clear-text ok -->"));
        Run run = compare("--write-baseline", baseline.toString());

        assertThat(run.out()).contains("1 suppressed, 2 known").doesNotContain("fixed");
        assertThat(Files.readString(baseline)).doesNotContain("c/web.config");
    }

    @Test
    void writingAloneLeavesTheReportAsItIs() {
        assertThat(scan("--write-baseline", baseline.toString()).out()).isEqualTo(scan().out());
        assertThat(scan("--format", "json", "--write-baseline", baseline.toString())
                        .out())
                .doesNotContain("\"baseline\"");
    }

    @Test
    void noPasswordIsWritten() throws IOException {
        assertThat(Files.readString(baseline)).contains("password").doesNotContain("secret");
    }

    @Test
    void aBaselineOfTheRealWorldIsRead() throws IOException {
        Files.writeString(baseline, "\uFEFF" + Files.readString(baseline).replace("\n", "\r\n"));

        assertNothingIsNew();
    }

    @Test
    void anOlderProgramIsNamedWhereTheAnswerDiffers() throws IOException {
        String written = Files.readString(baseline);
        Files.writeString(baseline, written.replaceAll("written by iisaudit .*", "written by iisaudit 0.0.1"));
        assertThat(compare().out()).doesNotContain("0.0.1");
        write("e/web.config", WEB);

        assertThat(compare().out()).contains("the baseline was written by iisaudit 0.0.1 and this is");
    }

    @Test
    void aBaselineThatCannotBeUsedIsAUsageError() throws IOException {
        Run missing = scan("--baseline", folder + "/none.txt");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("none.txt; write it with --write-baseline ");
        Files.writeString(baseline, "<<<<<<< HEAD\n");
        assertThat(compare().err()).contains("known.txt:1: a merge conflict").hasLineCount(1);
        Files.write(baseline, new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0});
        assertThat(compare().err()).contains("it is not UTF-8").hasLineCount(1);
    }

    @Test
    void aBaselineMayBeginAsAnUpdateOfNothing() throws IOException {
        Files.delete(baseline);

        assertThat(compare("--write-baseline", baseline.toString()).exit()).isEqualTo(1);
        assertNothingIsNew();
    }

    @Test
    void anApplicationKeepsItsEntryWhenOtherSitesCome() throws IOException {
        Path server = Files.createDirectories(folder.resolve("WEB01"));
        Path host = server.resolve("applicationHost.config");
        Files.copy(Path.of("examples/applicationHost/C/Windows/System32/inetsrv/config/applicationHost.config"), host);
        String known = folder.resolve("host.txt").toString();
        Run.of("scan", server.toString(), "--write-baseline", known);
        String text = Files.readString(host);
        String location = "<location path=\"Aaa\"><system.webServer><security><authentication>"
                + "<windowsAuthentication enabled=\"false\" /></authentication></security></system.webServer></location>";
        String site = "<site name=\"Aaa\" id=\"4711\"><application path=\"/\"><virtualDirectory path=\"/\""
                + " physicalPath=\"C:\\aaa\" /></application></site>";
        assertThat(text).contains("<sites>").contains("<location path=");
        Files.writeString(
                host,
                text.replaceFirst("<sites>", "<sites>" + site.replace("\\", "\\\\"))
                        .replaceFirst("<location path=", location + "\n<location path="));

        Run run = Run.of("scan", server.toString(), "--baseline", known);
        assertThat(run.out()).contains("no findings, ").doesNotContain("fixed");
        assertThat(run.exit()).isZero();
    }
}
