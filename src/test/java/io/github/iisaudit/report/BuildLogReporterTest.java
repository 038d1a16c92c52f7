package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BuildLogReporterTest {

    private static final Set<String> KNOWN = Set.of(
            "error",
            "warning",
            "notice",
            "debug",
            "group",
            "endgroup",
            "add-mask",
            "set-output",
            "stop-commands",
            "echo");

    private static final Set<String> ISSUES = Set.of("error", "warning", "notice");

    private static String github(Report report) {
        return Sample.render(Format.GITHUB.reporter(Sample.PLAIN), report);
    }

    private static String azure(Report report) {
        return Sample.render(Format.AZURE.reporter(Sample.PLAIN), report);
    }

    private static List<BuildCommand> githubCommands(Report report) {
        return github(report)
                .lines()
                .map(line -> BuildCommand.github(line, KNOWN))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<BuildCommand> githubIssues(Report report) {
        return githubCommands(report).stream()
                .filter(c -> ISSUES.contains(c.name()))
                .toList();
    }

    private static List<BuildCommand> azureCommands(Report report) {
        return azure(report)
                .lines()
                .map(BuildCommand::azure)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Report of(List<Finding> findings) {
        return Sample.report(1, List.of(), List.of(), findings);
    }

    private static Report of(Finding... findings) {
        return of(List.of(findings));
    }

    private static List<Finding> copies(Sample sample, int count, int files) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String file = "C/site" + i * files / count + "/web.config";
            findings.add(sample.at(Sample.marked(file, i + 1, "<a [b=\"c\"]/>")).finding());
        }
        return findings;
    }

    @Test
    void githubShowsAFindingAtItsPlace() {
        Report report =
                of(Sample.of("section-locked", Severity.ERROR).fix("unlock it").finding());

        assertThat(githubIssues(report))
                .containsExactly(new BuildCommand(
                        "error",
                        Map.of(
                                "file", "snapshots/WEB01/C/inetpub/hr/web.config",
                                "line", "6",
                                "endLine", "6",
                                "col", "28",
                                "endColumn", "42",
                                "title", "section-locked"),
                        "something is wrong here.\nAt Site.\nFix: unlock it."));
    }

    @Test
    void azureShowsAFindingAtItsPlace() {
        Report report =
                of(Sample.of("section-locked", Severity.ERROR).fix("unlock it").finding());

        assertThat(azureCommands(report))
                .containsExactly(new BuildCommand(
                        "task.logissue",
                        Map.of(
                                "type", "error",
                                "sourcepath", "snapshots/WEB01/C/inetpub/hr/web.config",
                                "linenumber", "6",
                                "columnnumber", "28",
                                "code", "section-locked"),
                        "something is wrong here. At Site. Fix: unlock it."));
    }

    @Test
    void severitiesHaveTheWordsOfTheService() {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : List.of(Severity.NOTE, Severity.WARNING, Severity.ERROR)) {
            findings.add(Sample.of("a-rule", severity).finding());
        }

        assertThat(githubIssues(of(findings)))
                .extracting(BuildCommand::name)
                .containsExactly("error", "warning", "notice");
        assertThat(azureCommands(of(findings)))
                .extracting(c -> c.properties().get("type"))
                .containsExactly("error", "warning");
        assertThat(azure(of(findings))).contains("\nnote[a-rule] snapshots/WEB01/C/inetpub/hr/web.config:6:28: ");
    }

    @Test
    void aPlaceOfSeveralLinesHasNoColumns() {
        Finding.Place place = new Finding.Place("web.config", 3, 5, 7, 2, "<a", "");
        Report report = of(Sample.of("a-rule", Severity.ERROR).at(place).finding());

        assertThat(githubIssues(report).get(0).properties())
                .containsEntry("line", "3")
                .containsEntry("endLine", "7")
                .doesNotContainKeys("col", "endColumn");
    }

    @Test
    void hostileTextArrivesAsText() {
        Report report = Hostile.report(List.of(Hostile.sample(Severity.ERROR).finding()));
        String text = Glyphs.clean(Hostile.TEXT).replace("##[", "## [").replace("##vso[", "##vso [");
        List<BuildCommand> issues = githubIssues(report);

        assertThat(issues).hasSize(2);
        assertThat(issues.get(1).properties()).containsEntry("file", "snapshots/WEB01/" + Hostile.FILE);
        assertThat(issues.get(1).data()).startsWith(text).contains("\nFix: " + text);
        assertThat(azureCommands(report)).hasSize(2);
        assertThat(azureCommands(report).get(1).properties())
                .containsEntry("sourcepath", "snapshots/WEB01/" + Hostile.FILE);
    }

    @Test
    void azureGetsBackWhatItsAgentDoesNotTouch() {
        String text = "100 % of %AZP25 at %0A";
        Report report = of(Sample.of("a-rule", Severity.ERROR).message(text).finding());

        assertThat(azureCommands(report).get(0).data()).startsWith(text + ".");
    }

    @Test
    void theTestsParsersSeeForgedCommands() {
        assertThat(BuildCommand.github("  ::error::x", KNOWN)).isPresent();
        assertThat(BuildCommand.github("x ##[error]y", KNOWN)).isPresent();
        assertThat(BuildCommand.azure("x ##vso[task.complete result=Failed;]y")).isPresent();
    }

    @Test
    void noLineOfTheListIsACommand() {
        Report report = Hostile.report(Hostile.many(40));

        assertThat(githubCommands(report).stream().map(BuildCommand::name).collect(Collectors.toSet()))
                .isEqualTo(Set.of("error", "warning", "notice", "group", "endgroup"));
        assertThat(githubCommands(report))
                .filteredOn(c -> c.name().contains("group"))
                .hasSize(2);
        assertThat(githubIssues(report)).noneMatch(c -> c.data().equals("forged"));
        assertThat(azureCommands(report)).allMatch(c -> c.name().equals("task.logissue"));
    }

    @Test
    void whatIsForOneServiceIsNoCommandToAnother() {
        Report report = Hostile.report(Hostile.many(3));

        assertThat(github(report).lines().map(BuildCommand::azure)).allMatch(Optional::isEmpty);
        assertThat(azure(report).lines().map(line -> BuildCommand.github(line, ISSUES)))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void numberSignsAreTakenApartEvenWithNothingVisibleBetween() {
        assertThat(LogLine.plain("##vso[a] #\uFE0F#[b] C# #1 a#b")).isEqualTo("# #vso[a] # \uFE0F# [b] C#  #1 a#b");
    }

    @Test
    void tenFindingsHaveAMessageEach() {
        List<BuildCommand> issues = githubIssues(of(copies(Sample.of("a-rule", Severity.ERROR), 10, 1)));

        assertThat(issues).hasSize(10).noneMatch(c -> c.data().contains("such findings"));
    }

    @Test
    void moreFindingsShareAMessageInEachFile() {
        List<BuildCommand> issues = githubIssues(of(copies(Sample.of("a-rule", Severity.ERROR), 30, 3)));

        assertThat(issues).hasSize(3);
        assertThat(issues.get(1).properties()).containsEntry("file", "snapshots/WEB01/C/site1/web.config");
        assertThat(issues.get(1).data())
                .endsWith("The first of 10 such findings in this file: the log of this step has all.");
    }

    @Test
    void inManyFilesThereIsAMessageForEachRule() {
        List<BuildCommand> issues = githubIssues(of(copies(Sample.of("a-rule", Severity.ERROR), 33, 11)));

        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).data()).contains("The first of 33 such findings in 11 files: ");
    }

    @Test
    void neverMoreThanTenALevelAndTheLastSaysHowManyMore() {
        Report report = of(Hostile.many(3000));

        for (List<BuildCommand> issues : List.of(githubIssues(report), azureCommands(report))) {
            Map<String, Long> levels = issues.stream()
                    .collect(Collectors.groupingBy(
                            c -> c.properties().getOrDefault("type", c.name()), Collectors.counting()));
            assertThat(levels.values()).allMatch(count -> count == 10);
            assertThat(issues.get(9).data())
                    .isEqualTo("820 more errors of 41 rules: rule-number-17 (20), rule-number-18 (20),"
                            + " rule-number-19 (20), rule-number-2 (20), rule-number-20 (20) and 36 more;"
                            + " the log of this step has all.");
        }
        assertThat(github(report).lines().filter(l -> l.matches("(error|warning|note)\\[.*")))
                .as("lines of the list")
                .hasSize(3000);
    }

    @Test
    void aFileThatWasNotAuditedIsAnErrorWithinTheTen() {
        Report report = Sample.report(
                1,
                List.of(
                        new Report.Unreadable("WEB01", ".", "a/web.config", "3:7: no end tag"),
                        new Report.Unreadable("WEB01", ".", "b/web.config", "not readable")),
                List.of(),
                copies(Sample.of("a-rule", Severity.ERROR), 10, 1));

        List<BuildCommand> issues = githubIssues(report);
        assertThat(issues).hasSize(2);
        assertThat(issues.get(0).properties())
                .containsEntry("file", "a/web.config")
                .containsEntry("line", "3")
                .containsEntry("title", "not-audited");
        assertThat(issues.get(0).data())
                .isEqualTo("Could not be audited: no end tag."
                        + "\nThe first of 2 such files: the log of this step has all.");
        assertThat(github(report)).contains("\nnot audited: b/web.config:not readable\n");
    }

    @Test
    void whatDoesNotCountIsNoMessage() {
        Sample sample = Sample.of("a-rule", Severity.ERROR);
        Report report = of(sample.suppressed("meant"), sample.finding().as(Finding.BaselineState.UNCHANGED));

        assertThat(github(report))
                .isEqualTo("iisaudit: 1 server, 9 files, 17 paths: no findings, 1 known from the baseline,"
                        + " 1 suppressed\n");
    }
}
