package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class LeftOutTest {

    private static final String WEB = """
            <configuration><system.webServer><security><authentication>
              <windowsAuthentication enabled="true" />
            </authentication></security></system.webServer></configuration>
            """;

    private static final String HOST = """
            <configuration><configSections>
            <sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup></configSections>
            <system.applicationHost><sites><site name="S" id="1"><application path="/">
            <virtualDirectory path="/" physicalPath="D:\\s"/></application></site></sites>
            </system.applicationHost></configuration>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aRepositoryWithFindings() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        write("src/hr/web.config", WEB);
        write("src/wiki/web.config", WEB);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Run scan(String settings, String... more) throws IOException {
        write(".iisaudit.yml", settings);
        List<String> args = new ArrayList<>(List.of("scan", folder.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private JsonNode json(String settings, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        args.addAll(List.of("--format", "json"));
        return new ObjectMapper()
                .readTree(scan(settings, args.toArray(String[]::new)).out());
    }

    private int all() throws IOException {
        return json("env: {A: b}").get("findings").size();
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatSaysWhatTheSettingsLeftOut(Format format) throws IOException {
        String told = ".iisaudit.yml: ignore left out " + all() + " findings";

        Run run = scan("ignore: ['*']", "--format", format.id());

        assertThat(run.exit()).isZero();
        // Lines of JSON are findings and nothing else.
        String said = format == Format.JSONL ? run.err() : run.out();
        assertThat(said.replaceAll("\\s+", " ")).contains(told);
    }

    @ParameterizedTest
    @EnumSource
    void noFormatSaysAnythingWhereTheyLeftNothingOut(Format format) throws IOException {
        assertThat(scan("{ignore: [none/], skip-rules: [stale-location], fail-on: note}", "--format", format.id())
                        .out())
                .doesNotContain(".yml: ")
                .doesNotContain("\"settings\",\n")
                .doesNotContain("iisaudit settings");
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatSaysThatTheSettingsDecideWhatIsAudited(Format format) throws IOException {
        write("src/hr/Web.Live.config", """
                <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
                  <system.webServer xdt:Transform="Remove" />
                </configuration>
                """);

        Run run = scan("environments: {live: {configuration: Live}}", "--format", format.id());

        String said = format == Format.JSONL ? run.err() : run.out();
        assertThat(said.replaceAll("\\s+", " "))
                .contains(".iisaudit.yml: environments names what is audited instead of the files as they are");
        assertThat(scan(
                                "environments: {live: {configuration: Live}}",
                                "--configuration",
                                "Live",
                                "--format",
                                format.id())
                        .out())
                .doesNotContain("environments names");
    }

    @Test
    void jsonTellsWhichKeysDecideWhatIsAudited() throws IOException {
        write("W/applicationHost.config", HOST);
        assertThat(decided("host: W/applicationHost.config\nsite: S", "src")).containsExactly("host");
        assertThat(decided("env: {A: b}", "src")).isEmpty();
        assertThat(decided("env: {SystemDrive: 'Z:'}", "W")).containsExactly("env");
        assertThat(decided("servers: {W: 'D\\W$'}", "W")).isEmpty();
        write("accounts.txt", "Registered ServicePrincipalNames for CN=W,DC=d:\n\tHTTP/w\n");
        String directory = folder.resolve("accounts.txt").toString();
        assertThat(decided("servers: {W: 'D\\W$'}", "W", "--directory", directory))
                .containsExactly("servers");
    }

    private List<String> decided(String settings, String below, String... more) throws IOException {
        write(".iisaudit.yml", settings);
        List<String> args =
                new ArrayList<>(List.of("scan", folder.resolve(below).toString(), "--format", "json"));
        args.addAll(List.of(more));
        List<String> keys = new ArrayList<>();
        for (JsonNode effect : new ObjectMapper()
                .readTree(Run.of(args.toArray(String[]::new)).out())
                .get("settings")
                .get("effects")) {
            assertThat(effect.get("effect").asString()).isEqualTo("decided");
            keys.add(effect.get("key").asString());
        }
        return keys;
    }

    @Test
    void quietTextSaysItOnStandardError() throws IOException {
        Run run = scan("ignore: ['*']", "--quiet");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ignore left out").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ignore: ['*'];ignore;left-out;8",
                "min-severity: error;min-severity;left-out;8",
                "skip-rules: [section-locked];skip-rules;left-out;2",
                "severity: {section-locked: off};severity;left-out;2",
                "severity: {section-locked: note};severity;lowered;2",
                "fail-on: never;fail-on;passed;8",
                "fail-on: error;fail-on;passed;8",
            })
    void jsonTellsEachKeyWithWhatItDid(String words) throws IOException {
        String[] row = words.split(";");

        JsonNode report = json("# a comment\n" + row[0]);
        JsonNode effects = report.get("settings").get("effects");

        assertThat(effects).hasSize(1);
        assertThat(effects.get(0).get("key").asString()).isEqualTo(row[1]);
        assertThat(effects.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(effects.get(0).get("effect").asString()).isEqualTo(row[2]);
        int findings = row[3].equals("8") ? failing() : 2;
        assertThat(effects.get(0).get("findings").asInt()).isEqualTo(findings);
        assertThat(report.get("summary").get("ignored").asInt())
                .isEqualTo(
                        row[2].equals("left-out")
                                ? all() - report.get("findings").size()
                                : 0);
    }

    /** Of the findings of these files none is an error or a note. */
    private int failing() throws IOException {
        JsonNode summary = json("env: {A: b}").get("summary");
        assertThat(summary.get("warnings").asInt()).isEqualTo(all());
        return summary.get("warnings").asInt();
    }

    @Test
    void whatIsSaidOnceOfAFileIsCountedOnce() throws IOException {
        write("src/hr/web.config", """
                <configuration>
                  <location path="a"><system.webServer><security><authentication>
                    <windowsAuthentication enabled="true" />
                  </authentication></security></system.webServer></location>
                  <location path="b"><system.webServer><security><authentication>
                    <windowsAuthentication enabled="true" />
                  </authentication></security></system.webServer></location>
                </configuration>
                """);
        int once = (int) json("env: {A: b}")
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("rule").asString().equals("anonymous-with-windows"))
                .count();

        JsonNode effects =
                json("skip-rules: [anonymous-with-windows]").get("settings").get("effects");

        assertThat(once).isEqualTo(2);
        assertThat(effects.get(0).get("findings").asInt()).isEqualTo(once);
    }

    @Test
    void filesThatCouldNotBeAuditedAreCountedWhereTheyAreIgnored() throws IOException {
        write("src/shop/web.config", "broken");

        assertThat(scan("ignore: [shop/]").out().replaceAll("\\s+", " "))
                .contains("ignore left out 1 finding and 1 file that could not be audited");
    }

    @Test
    void suppressionsOfTheSettingsAreToldAndThoseOfCommentsAreNot() throws IOException {
        write("src/hr/web.config", WEB.replace("  <win", "<!-- iisaudit:ignore section-locked why -->\n  <win"));
        JsonNode report = json("suppressions: [{rule: section-locked, path: src/wiki, reason: known}]");

        assertThat(report.get("summary").get("suppressed").asInt()).isEqualTo(2);
        assertThat(report.get("summary").get("ignored").asInt()).isZero();
        assertThat(report.get("settings").get("effects").get(0).get("findings").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatTheUserTypesIsNoSettingAndHidesNone() throws IOException {
        assertThat(json("fail-on: never", "--fail-on", "never").get("settings").get("effects"))
                .isEmpty();
        assertThat(json("min-severity: error", "--min-severity", "error")
                        .get("settings")
                        .get("effects"))
                .isEmpty();
        assertThat(json("skip-rules: [section-locked]", "--skip-rule", "section-locked")
                        .get("settings")
                        .get("effects"))
                .isEmpty();
        assertThat(json("ignore: ['*']", "--no-config").has("settings")).isFalse();
        assertThat(json("fail-on: never").get("settings").get("failOn").asString())
                .isEqualTo("never");
    }

    @Test
    void aRuleThatIsSwitchedOffIsInNoListOfRules() throws IOException {
        Run run = scan("skip-rules: [section-locked]", "--format", "sarif");

        assertThat(run.out()).doesNotContain("\"id\": \"section-locked\"").contains("(section-locked)");
    }
}
