package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SettingsSinceTest {

    private static final String BEFORE = "<configuration><system.webServer/></configuration>\n";

    private static final String WEB = """
            <configuration><system.webServer><security><authentication>
              <windowsAuthentication enabled="true" />
            </authentication></security></system.webServer></configuration>
            """;

    private static final String OFF = "# all is well\nignore: ['*']\n";
    private static final String WORKTREE = "--settings-from=worktree";

    @TempDir
    Path temp;

    private GitRepository repository;

    @BeforeEach
    void aRepository() throws IOException {
        repository = GitRepository.at(Files.createDirectory(temp.resolve("work")));
        repository.with("src/web.config", BEFORE).committed();
    }

    private Run scan(String... more) {
        return scanBelow("", more);
    }

    private Run scanBelow(String below, String... more) {
        List<String> args =
                new ArrayList<>(List.of("scan", repository.root().resolve(below).toString(), "--since", "HEAD"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    /** The places of what the run says of settings. */
    private List<String> named(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        JsonNode report =
                new ObjectMapper().readTree(scan(args.toArray(String[]::new)).out());
        return StreamSupport.stream(report.get("findings").spliterator(), false)
                .filter(finding -> finding.get("rule").asString().equals("settings-changed"))
                .map(finding -> finding.get("severity").asString() + " "
                        + finding.get("file").asString().replaceAll(".*/work/", "") + ":"
                        + finding.get("line").asInt())
                .toList();
    }

    @Test
    void aChangeCannotSwitchItsOwnCheckOff() throws IOException {
        repository.with("src/web.config", WEB).with(".iisaudit.yml", OFF);

        assertThat(scan().exit()).isEqualTo(1);
        assertThat(scan().out())
                .contains("section-locked", "note[settings-changed]", "this run goes by what they were")
                .doesNotContain("ignore left out");
        assertThat(named()).containsExactly("note .iisaudit.yml:1");
        assertThat(scan(WORKTREE).exit()).isZero();
        assertThat(scan(WORKTREE).out()).contains("note[settings-changed]", "this run goes by what they are now");
    }

    @Test
    void settingsThatAChangeAltersAreThoseOfTheRevisionAndNamedAtTheFirstOtherLine() throws IOException {
        repository
                .with(".iisaudit.yml", "# ours\nskip-rules: [section-locked]\n")
                .committed();
        repository
                .with("src/web.config", WEB)
                .with(".iisaudit.yml", "# ours\nskip-rules: [kernel-mode-preauth-401, anonymous-with-windows]\n");

        assertThat(scan().out().replaceAll("\\s+", " "))
                .contains("[kernel-mode-preauth-401]", "skip-rules left out 1 finding")
                .doesNotContain("[section-locked]");
        assertThat(scan(WORKTREE).out()).contains("[section-locked]").doesNotContain("[kernel-mode-preauth-401]");
        assertThat(named()).containsExactly("note .iisaudit.yml:2");
        assertThat(named(WORKTREE)).containsExactly("note .iisaudit.yml:2");
    }

    @Test
    void settingsThatAChangeTakesAwayHoldAllTheSame() throws IOException {
        repository.with(".iisaudit.yml", "fail-on: error\n").committed();
        repository.with("src/web.config", WEB).without(".iisaudit.yml");

        assertThat(scan().exit()).isZero();
        assertThat(named()).containsExactly("note .iisaudit.yml:1");
        assertThat(scan(WORKTREE).exit()).isEqualTo(1);
        assertThat(named(WORKTREE)).containsExactly("note .iisaudit.yml:1");
    }

    @Test
    void nearerSettingsOfAChangeDoNotHideThoseAbove() throws IOException {
        repository.with(".iisaudit.yml", "fail-on: warning\n").committed();
        repository.with("src/web.config", WEB).with("src/.iisaudit.yaml", OFF);

        assertThat(scanBelow("src").exit()).isEqualTo(1);
        assertThat(scanBelow("src").out()).contains("src/.iisaudit.yaml:1:1");
        assertThat(scanBelow("src", WORKTREE).exit()).isZero();
    }

    @Test
    void settingsThatAreNamedAreTheUsersOwnOnlyWhereTheyLieElsewhere() throws IOException {
        repository.with("src/web.config", WEB).with("ci/own.yml", OFF);
        String inside = repository.root().resolve("ci/own.yml").toString();
        String outside = Files.writeString(temp.resolve("own.yml"), OFF).toString();
        String linked = Files.createSymbolicLink(temp.resolve("link.yml"), Path.of(inside))
                .toString();

        assertThat(scan("--config", inside).exit()).isEqualTo(1);
        assertThat(named("--config", inside)).containsExactly("note ci/own.yml:1");
        assertThat(scan("--config", linked).exit()).isEqualTo(1);
        assertThat(scan("--config", outside).exit()).isZero();
        assertThat(named("--config", outside)).isEmpty();
        assertThat(scan("--config", temp.resolve("work/none.yml").toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void aChangeCannotAcceptItsOwnFindings() throws IOException {
        Path baseline = repository.root().resolve(".iisaudit-baseline");
        repository.with("src/web.config", WEB);
        scan("--write-baseline", baseline.toString());

        assertThat(scan("--baseline", baseline.toString()).exit()).isEqualTo(1);
        assertThat(named("--baseline", baseline.toString())).containsExactly("note .iisaudit-baseline:1");
        assertThat(scan("--baseline", baseline.toString(), WORKTREE).exit()).isZero();

        repository.with("src/web.config", BEFORE).committed();
        repository.with("src/web.config", WEB);
        assertThat(scan("--baseline", baseline.toString()).exit()).isZero();
        assertThat(named("--baseline", baseline.toString())).isEmpty();
        Files.delete(baseline);
        assertThat(scan("--baseline", baseline.toString()).exit()).isZero();
        assertThat(named("--baseline", baseline.toString())).containsExactly("note .iisaudit-baseline:1");
    }

    @Test
    void commentsThatTheChangeSuppressesFindingsWithCountAndAreNamed() throws IOException {
        repository.with("src/hr/web.config", ignored("an old reason")).committed();
        repository.with("src/web.config", ignored("a reason"));

        assertThat(scan().out()).doesNotContain("[section-locked]");
        assertThat(named()).containsExactly("note src/web.config:2");
        repository.committed();
        assertThat(named()).isEmpty();
    }

    @Test
    void aCommentOnAFindingThatWasThereIsNamedToo() throws IOException {
        repository.with("src/web.config", WEB).committed();
        repository.with("src/web.config", ignored("a reason"));

        assertThat(named()).containsExactly("note src/web.config:2");
    }

    private static String ignored(String reason) {
        return WEB.replace("  <win", "  <!-- iisaudit:ignore section-locked " + reason + " -->\n  <win");
    }

    @Test
    void rulesOfTheRepositoryRunAsTheyAreAndAreNamed() throws IOException {
        String rule = Files.readString(Path.of("rules/section-locked.xml"));
        repository.with(".iisaudit.yml", "rules: [rules]\n");
        for (String name : List.of("rule-a", "rule-b", "rule-c")) {
            repository.with("rules/" + name + ".xml", rule.replace("\"section-locked\"", '"' + name + '"'));
        }
        repository.committed();
        assertThat(named("--allow-repository-rules")).isEmpty();
        repository
                .with("rules/rule-a.xml", rule.replace("\"section-locked\"", "\"rule-a\" "))
                .without("rules/rule-b.xml")
                .with("rules/rule-d.xml", rule.replace("\"section-locked\"", "\"rule-d\""));

        assertThat(named("--allow-repository-rules"))
                .containsExactly("note rules/rule-a.xml:2", "note rules/rule-b.xml:1", "note rules/rule-d.xml:1");
    }

    @Test
    void theServerOfTheSettingsCountsAsItIsAndIsNamed() throws IOException {
        String host = """
                <configuration><configSections>
                <sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup></configSections>
                <system.applicationHost><sites><site name="S" id="1"><application path="/">
                <virtualDirectory path="/" physicalPath="D:\\s"/></application></site></sites>
                </system.applicationHost></configuration>
                """;
        repository
                .with(".iisaudit.yml", "host: host/applicationHost.config\nsite: S\n")
                .with("host/applicationHost.config", host)
                .committed();
        assertThat(named()).isEmpty();

        String folders = "physicalPath=\"D:\\s\"";
        repository.with("host/applicationHost.config", host.replace(folders, folders + " allowSubDirConfig=\"false\""));

        assertThat(named()).singleElement().asString().contains("host/applicationHost.config:4");
        assertThat(scan().out().replaceAll("\\s+", " "))
                .contains("This is the server that the settings have the files judged by; it counts as it is now.");
    }

    @Test
    void theSettingsOfTheRevisionDecideHowBadThatIs() throws IOException {
        repository
                .with(".iisaudit.yml", "severity: {settings-changed: error}\n")
                .committed();
        repository.with(".iisaudit.yml", "severity: {settings-changed: off}\n");

        assertThat(named()).containsExactly("error .iisaudit.yml:1");
        assertThat(scan().exit()).isEqualTo(1);
        assertThat(named("--min-severity=error")).hasSize(1);
        assertThat(named(WORKTREE)).isEmpty();
    }

    @Test
    void whatIsTypedHoldsForItToo() throws IOException {
        repository.with(".iisaudit.yml", OFF);

        assertThat(named("--min-severity=warning")).isEmpty();
        assertThat(named("--skip-rule=settings-changed")).isEmpty();
    }

    @Test
    void otherEndsOfLinesAlterNothing() throws IOException {
        repository.with(".iisaudit.yml", "fail-on: error\n").committed();
        repository.with(".iisaudit.yml", "fail-on: error\r\n");

        assertThat(named()).isEmpty();
    }

    @Test
    void whereSettingsComeFromIsOnlyAQuestionBesideARevision() {
        Run run = Run.of("scan", repository.root().toString(), WORKTREE);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--settings-from goes with --since REV").hasLineCount(1);
    }
}
