package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PATHs in one git work tree are parts of one repository. */
class WorkTreePartsTest {

    private static final String WINDOWS = authentication("<windowsAuthentication enabled='true'/>");
    private static final String ANONYMOUS = authentication("<anonymousAuthentication enabled='false'/>");

    @TempDir
    private Path folder;

    private GitRepository repository;
    private String baseline;

    private static String authentication(String section) {
        return "<configuration><system.webServer><security><authentication>" + section
                + "</authentication></security></system.webServer></configuration>";
    }

    @BeforeEach
    void commit() {
        repository = GitRepository.at(folder.resolve("shop"))
                .with("src/web.config", WINDOWS)
                .with("src/A/web.config", ANONYMOUS)
                .with("src/B/web.config", ANONYMOUS)
                .with("src/C/web.config", ANONYMOUS)
                .with(".gitignore", "out/\n")
                .committed();
        baseline = folder.resolve("baseline").toString();
    }

    private Run scan(String paths, String... more) {
        String[] parts = paths.split(" ");
        String[] all = new String[1 + parts.length + more.length];
        all[0] = "scan";
        for (int i = 0; i < parts.length; i++) {
            all[i + 1] = repository.root().resolve(parts[i]).toString();
        }
        System.arraycopy(more, 0, all, 1 + parts.length, more.length);
        return Run.of(all);
    }

    @Test
    void they_inherit_from_a_file_above_them_that_none_of_them_holds() {
        for (String paths : new String[] {"src/A src/B", "src/A/web.config src/B/web.config"}) {
            assertThat(scan(paths, "--format", "concise").out())
                    .contains("src/web.config:1:83: warning[kernel-mode-preauth-401]: src/A, src/B: ")
                    .contains("src/A/web.config:1:")
                    .doesNotContain("src/C");
        }
        assertThat(scan("src/A", "--format", "concise").out()).contains("[kernel-mode-preauth-401]: src/A: ");
    }

    @Test
    void beside_the_whole_repository_a_part_of_it_adds_nothing() {
        for (String paths : new String[] {". src/A", "src/A ."}) {
            assertThat(scan(paths, "--format", "json").out()).as(paths).contains("\"servers\": 1,");
        }
    }

    @Test
    void the_first_screen_has_a_line_for_each() {
        assertThat(scan("src/A src/B", "--summary").out())
                .contains("2 applications, Windows authentication on at 2", "src/A ", "src/B ");
    }

    @Test
    void a_baseline_of_the_whole_repository_holds_for_each_of_them() throws Exception {
        scan(".", "--write-baseline", baseline);
        for (String paths : new String[] {"src/A src/B", "src/A", "src/C/web.config"}) {
            Run run = scan(paths, "--baseline", baseline);
            assertThat(run.exit()).as(paths).isEqualTo(ExitCode.CLEAN);
            assertThat(run.out()).contains("known").doesNotContain("fixed");
        }
        String before = Files.readString(Path.of(baseline));
        scan("src/A", "--baseline", baseline, "--write-baseline", baseline);
        assertThat(Files.readString(Path.of(baseline))).isEqualTo(before);
    }

    @Test
    void a_baseline_of_which_nothing_matches_says_so() {
        repository.without("src/web.config").with("out/web.config", WINDOWS).committed();
        scan("out", "--write-baseline", baseline);
        Run alone = scan("src/A", "--baseline", baseline);
        assertThat(alone.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(alone.out().replaceAll("\\s+", " "))
                .contains("nothing here matches the baseline", "was it written for another PATH?");
    }

    @Test
    void a_run_that_could_find_nothing_of_a_baseline_does_not_doubt_it() throws Exception {
        scan(".", "--write-baseline", baseline);
        assertThat(scan(".", "--baseline", baseline, "--rule", "duplicate-section")
                        .out())
                .contains("no findings")
                .doesNotContain("nothing here matches");
        repository.with("src/web.config", "<broken");
        repository.without("src/A/web.config").without("src/B/web.config").without("src/C/web.config");
        assertThat(scan(".", "--baseline", baseline).out()).doesNotContain("nothing here matches");
    }

    @Test
    void findings_whose_files_were_deleted_are_fixed() {
        scan(".", "--write-baseline", baseline);
        repository.without("src/web.config").with("web.config", "<configuration/>");
        repository.without("src/A/web.config").without("src/B/web.config").without("src/C/web.config");
        Run run = scan(".", "--baseline", baseline);
        assertThat(run.exit()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("of the baseline are fixed")
                .doesNotContain("nothing here matches");
    }

    @Test
    void findings_of_files_that_are_not_here_are_not_called_fixed() throws Exception {
        scan(".", "--write-baseline", baseline);
        String text = Files.readString(Path.of(baseline));
        Files.writeString(
                Path.of(baseline), text.replace("src/", "old/").replaceAll("Authentication.*", "X\t0000000000000000"));
        assertThat(scan(".", "--baseline", baseline).out().replaceAll("\\s+", " "))
                .contains("nothing here matches the baseline", "Its files are not under those of this run.")
                .doesNotContain("fixed:");
    }

    @Test
    void what_git_ignores_is_still_audited_where_it_is_named() {
        repository.with("out/web.config", WINDOWS);
        assertThat(scan("src/A out", "--format", "concise").out())
                .contains(
                        "out/web.config:1:83: warning[kernel-mode-preauth-401] (medium confidence): out: ",
                        "src/A/web.config:1:");
    }

    @Test
    void files_that_nobody_asked_about_are_not_told_as_broken() {
        repository.with("src/C/web.config", "<broken").with("src/web.config", "<broken");
        Run run = scan("src/A src/B", "--format", "json");
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).contains("\"file\": \"src/web.config\"").doesNotContain("src/C");
    }

    @Test
    void changes_count_in_them_alone() {
        repository
                .with("src/A/web.config", WINDOWS)
                .with("src/C/web.config", WINDOWS)
                .committed();
        String out =
                scan("src/A src/B", "--since", "HEAD~1", "--format", "concise").out();
        assertThat(out).contains("src/A/web.config:").doesNotContain("src/B", "src/C");
    }

    @Test
    void a_folder_that_is_a_repository_itself_is_audited_by_itself() {
        GitRepository.at(repository.root().resolve("vendor/lib")).with("web.config", WINDOWS);
        assertThat(scan("vendor/lib", "--format", "concise").out()).contains(": lib: ");
    }
}
