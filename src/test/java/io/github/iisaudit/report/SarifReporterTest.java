package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.HOST;
import static io.github.iisaudit.report.Sample.labelled;
import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SarifReporterTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR)
            .message("this section is locked")
            .fix("unlock it")
            .lockedBy(labelled(marked(HOST, 61, "<section [overrideModeDefault=\"Deny\"] />"), "locked here"))
            .via(marked(HOST, 70, "[<windowsAuthentication]"), "set here");

    private static final Sample NOTE = Sample.of("a-note", Severity.NOTE).note("in some cases", "Site");

    private static String sarif(Report report) {
        return Sample.render(Format.SARIF.reporter(Sample.PLAIN), report);
    }

    static List<Error> violations(String sarif) throws IOException {
        try (InputStream in = SarifReporterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
            return schema.validate(sarif, InputFormat.JSON);
        }
    }

    @Test
    void theSchemaOfSarifAcceptsIt() throws IOException {
        List<Unreadable> unreadable = List.of(new Unreadable("WEB01", "r", "C/a/web.config", "3:7: no end tag"));

        assertThat(violations(sarif(report(1, unreadable, List.of("a notice"), LOCKED, NOTE))))
                .isEmpty();
        assertThat(violations(sarif(report()))).isEmpty();
    }

    @Test
    void theSchemaTestCanFail() throws IOException {
        assertThat(violations(sarif(report(LOCKED)).replace("\"startLine\": 6,", "\"startLine\": 0,")))
                .isNotEmpty();
    }

    @Test
    void aResultSaysWhatWhereAndHowToFixIt() {
        assertThat(sarif(report(LOCKED))).contains("""
                              "ruleId": "section-locked",
                              "ruleIndex": 0,
                              "level": "error",
                              "message": {
                                "text": "MESSAGE"
                              },
                              "locations": [
                                {
                                  "physicalLocation": {
                                    "artifactLocation": {
                                      "uri": "snapshots/WEB01/C/inetpub/hr/web.config"
                                    },
                                    "region": {
                                      "startLine": 6,
                                      "startColumn": 28,
                                      "endLine": 6,
                                      "endColumn": 42,
                                      "snippet": {
                                        "text": "enabled=\\"true\\""
                                      }
                                    }
                                  }
                                }
                              ],
                        """.indent(4).stripTrailing().replace(
                "MESSAGE",
                "this section is locked. See [applicationHost.config:61](1) (locked here),"
                        + " [applicationHost.config:70](2) (set here). Fix: unlock it."));
    }

    @Test
    void aLockAndWhatSetTheValueAreRelatedLocations() {
        assertThat(sarif(report(LOCKED)))
                .containsSubsequence(
                        "\"relatedLocations\"", "\"id\": 1", "\"locked here\"", "\"id\": 2", "\"set here\"");
    }

    @Test
    void textThatLooksLikeALinkIsNone() {
        Sample finding = NOTE.message("[click](https://example.org)")
                .lockedBy(labelled(marked("a[1].config", 3, "[x]"), "[x](9)"));

        assertThat(sarif(report(finding)))
                .contains("[click] (https://example.org). in some cases. See [a\\\\[1\\\\].config:3](1) ([x] (9)).");
    }

    @Test
    void moreRelatedPlacesThanGitHubTakesAreANumber() {
        Sample finding = NOTE;
        for (int line = 1; line <= 120; line++) {
            finding = finding.via(marked(HOST, line, "[x]"), "set here");
        }

        assertThat(sarif(report(finding)))
                .contains("\"id\": 99,", "(set here) and 21 more places.")
                .doesNotContain("\"id\": 100,");
    }

    @Test
    void pathsWithoutEndAreANumber() {
        String[] paths = IntStream.range(0, 1_500).mapToObj(i -> "Site/" + i).toArray(String[]::new);

        assertThat(sarif(report(NOTE.paths(paths))))
                .contains("\"Site/999\"", "\"pathsLeftOut\": 500")
                .doesNotContain("\"Site/1000\"");
    }

    @Test
    void anAssumedFileIsNoLocation() {
        Sample finding = NOTE.lockedBy(marked("(stock) applicationHost.config", 61, "[x]"))
                .via(marked("(stock) applicationHost.config", 70, "[x]"), "set here");

        assertThat(sarif(report(finding))).doesNotContain("stock").doesNotContain("relatedLocations");
    }

    @Test
    void everyRuleIsListedWithItsHelp() {
        assertThat(sarif(report(LOCKED, NOTE)))
                .contains("\"id\": \"section-locked\"", "\"id\": \"a-note\"")
                .contains(
                        "\"security-severity\": \"7.0\"", "\"precision\": \"high\"", "\"markdown\": \"## What happens");
    }

    @Test
    void aSnapshotVersionOfTheProgramIsSemantic() {
        assertThat(sarif(report())).contains("\"semanticVersion\": \"1.2.3\"");
        Reporter dev = Format.SARIF.reporter(Presentation.plain("dev"));
        assertThat(Sample.render(dev, report())).doesNotContain("semanticVersion");
    }

    @Test
    void aFileThatCouldNotBeReadIsANotification() {
        List<Unreadable> unreadable =
                List.of(new Unreadable("WEB01", "./snap", "C/a b/web.config", "permission denied"));

        assertThat(sarif(report(1, unreadable, List.of())))
                .contains("\"executionSuccessful\": false")
                .contains("\"text\": \"Could not be audited: permission denied\"")
                .contains("\"uri\": \"snap/C/a%20b/web.config\"");
        assertThat(sarif(report())).contains("\"executionSuccessful\": true");
    }

    @Test
    void aSyntaxErrorIsANotificationAtItsPlace() {
        List<Unreadable> unreadable = List.of(new Unreadable("WEB01", "r", "C/a/web.config", "3:7: no end tag"));

        assertThat(sarif(report(1, unreadable, List.of())))
                .containsSubsequence(
                        "\"text\": \"Could not be audited: no end tag\"", "\"startLine\": 3", "\"startColumn\": 7");
    }

    @Test
    void filesWithoutEndThatCouldNotBeReadAreANumber() {
        List<Unreadable> unreadable = IntStream.range(0, 1_234)
                .mapToObj(i -> new Unreadable("WEB01", "r", i + "/web.config", "permission denied"))
                .toList();

        assertThat(sarif(report(1, unreadable, List.of())))
                .contains("\"text\": \"234 more files could not be audited.\"")
                .doesNotContain("1000/web.config");
    }

    @Test
    void namesFilesFromTheRootOfTheRepository() {
        WorkFolder folder = new WorkFolder("/home/me/repo/deploy", "/home/me/repo");
        assertThat(ArtifactUri.path(folder, "web", "", "web.config")).isEqualTo("deploy/web/web.config");
        assertThat(ArtifactUri.path(folder, "../site", "", "web.config")).isEqualTo("site/web.config");
        assertThat(ArtifactUri.path(folder, "/home/me/repo/site", "", "web.config"))
                .isEqualTo("site/web.config");
        assertThat(ArtifactUri.path(folder, "/home/me/repo", "", "web.config")).isEqualTo("web.config");
        assertThat(ArtifactUri.path(folder, "/home/me/repository", "WEB01", "web.config"))
                .isEqualTo("WEB01/web.config");
        assertThat(ArtifactUri.path(folder, "../../other", "", "web.config")).isEqualTo("web.config");
    }

    @Test
    void aPathOutsideTheCurrentFolderIsLeftOut() {
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, "a/./b", "S", "web.config"))
                .isEqualTo("a/b/web.config");
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, ".", "S", "web.config")).isEqualTo("web.config");
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, "", "", "web.config")).isEqualTo("web.config");
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, "/srv/WEB01", "", "web.config"))
                .isEqualTo("web.config");
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, "/srv/WEB01", "WEB01", "web.config"))
                .isEqualTo("WEB01/web.config");
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, "../x", "", "web.config"))
                .isEqualTo("web.config");
        assertThat(ArtifactUri.path(WorkFolder.UNKNOWN, "C:/x", "", "web.config"))
                .isEqualTo("web.config");
    }

    @Test
    void aUriIsPercentEncoded() {
        assertThat(ArtifactUri.of(ArtifactUri.path(WorkFolder.UNKNOWN, "a", "", "C:/ä b/#1%.config")))
                .isEqualTo("a/C%3A/%C3%A4%20b/%231%25.config");
    }

    @Test
    void aRunInAzurePipelinesNamesThePipeline() {
        Map<String, String> environment = Map.of(
                "TF_BUILD", "True",
                "SYSTEM_COLLECTIONURI", "https://dev.azure.com/contoso/",
                "SYSTEM_TEAMPROJECTID", "11111111-1111-1111-1111-111111111111",
                "SYSTEM_DEFINITIONID", "12",
                "BUILD_DEFINITIONNAME", "nightly",
                "SYSTEM_PHASEID", "22222222-2222-2222-2222-222222222222",
                "SYSTEM_PHASENAME", "audit",
                "BUILD_SOURCEBRANCH", "refs/heads/main",
                "BUILD_BUILDID", "345");
        Presentation presentation = new Presentation("1.2.3", 80, false, false, Automation.of(environment));

        assertThat(Sample.render(Format.SARIF.reporter(presentation), report()))
                .contains("\"id\": \"azuredevops/pipeline/build/contoso/11111111-1111-1111-1111-111111111111/12/"
                        + "22222222-2222-2222-2222-222222222222/refs%2Fheads%2Fmain/345\"")
                .contains("\"azuredevops/pipeline/build/buildDefinitionName\": \"nightly\"");
        assertThat(sarif(report())).contains("pipeline/build/buildDefinitionId\": \"-1\"");
    }
}
