package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    /** 2026-06-01T12:00:00Z. */
    private static final Map<String, String> TODAY = Map.of("SOURCE_DATE_EPOCH", "1780315200");

    private static final String WEB = """
            <configuration><system.webServer><security><authentication>
              <windowsAuthentication enabled="true" />
            </authentication></security></system.webServer></configuration>
            """;

    private static final String SUPPRESSION = """
            suppressions:
              - rule: section-locked
                path: %s
                reason: the server unlocks it
                expires: %s
            """;

    private static final String HOST = """
            <configuration><configSections><sectionGroup name="system.webServer"><sectionGroup name="security">
            <sectionGroup name="authentication"><section name="windowsAuthentication" overrideModeDefault="Allow"/>
            </sectionGroup></sectionGroup></sectionGroup>
            <sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup></configSections>
            <system.applicationHost><sites><site name="Portal" id="1"><application path="/">
            <virtualDirectory path="/" physicalPath="D:\\portal"/></application></site></sites>
            </system.applicationHost></configuration>""";

    private static final String TRUSTED = "--allow-repository-rules";

    @TempDir
    Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void aRepositoryWithTwoSites() throws IOException {
        folder = temp.resolve("work");
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
        return run("src", more);
    }

    private Run run(String below, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "scan";
        args[1] = folder.resolve(below).toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.withEnvironment(TODAY, args);
    }

    @Test
    void theNearestFileAboveThePathIsInForceUnlessAnotherIsNamed() throws IOException {
        assertThat(run("src").exit()).isEqualTo(1);
        assertThat(scan("fail-on: never").exit()).isZero();
        assertThat(run("src/hr/web.config").exit()).isZero();
        assertThat(run("src", "--no-config").exit()).isEqualTo(1);
        assertThat(run("src", "--fail-on", "warning").exit()).isEqualTo(1);
        write("ci/other.yml", "fail-on: warning");
        assertThat(run("src", "--config", folder.resolve("ci/other.yml").toString())
                        .exit())
                .isEqualTo(1);
        write("src/hr/.iisaudit.yaml", "fail-on: note");
        assertThat(run("src/hr").exit()).isEqualTo(1);
    }

    @Test
    void nothingAboveTheWorkTreeIsInForce() throws IOException {
        write(".iisaudit.yml", "fail-on: never");
        Files.createDirectories(folder.resolve("src/hr/.git"));

        assertThat(run("src/hr").exit()).isEqualTo(1);
    }

    @Test
    void settingsThatAreALinkOutOfTheWorkTreeAreRefused() throws IOException {
        write("shared.yml", "fail-on: never");
        write("tree/.git/HEAD", "");
        write("tree/ci/own.yml", "fail-on: never");
        write("tree/src/web.config", WEB);
        Files.createSymbolicLink(folder.resolve("tree/.iisaudit.yml"), Path.of("ci/own.yml"));
        assertThat(run("tree/src").exit()).isZero();
        Files.delete(folder.resolve("tree/.iisaudit.yml"));
        Files.createSymbolicLink(folder.resolve("tree/.iisaudit.yml"), Path.of("../shared.yml"));

        Run run = run("tree/src");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("tree/.iisaudit.yml is a link out of ", "--no-config")
                .hasLineCount(1);
        assertThat(run("tree/src", "--no-config").exit()).isEqualTo(1);
    }

    @Test
    void pathsWithDifferentSettingsAreRefused() throws IOException {
        write("src/hr/.iisaudit.yml", "fail-on: never");

        Run run = run("src/hr", folder.resolve("src/wiki").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("src/wiki: none", "give --config FILE or --no-config")
                .hasLineCount(1);
    }

    @Test
    void severitiesAreChangedAndRulesSwitchedOff() throws IOException {
        Run run = scan("""
                severity:
                  section-locked: error
                  anonymous-with-windows: off
                skip-rules: [kernel-mode-preauth-401]
                """);

        assertThat(run.out()).contains("error[section-locked]").endsWith(": 2 errors\n");
        assertThat(run("src", "--rule", "anonymous-with-windows").out()).endsWith(": 2 warnings\n");
        assertThat(run("src", "--format", "sarif").out())
                .containsPattern(
                        "(?s)\"id\": \"section-locked\".*?\"defaultConfiguration\": \\{\\s+\"level\": \"error\"");
        assertThat(scan("min-severity: error").out()).endsWith(": no findings\n");
    }

    @Test
    void nothingIsReportedInIgnoredFiles() throws IOException {
        assertThat(scan("ignore: [wiki/]").out()).contains("hr/web.config").doesNotContain("wiki/web.config");
        write("src/wiki/web.config", "broken");
        assertThat(run("src").exit()).isEqualTo(1);
        assertThat(run("src", "--no-config").exit()).isEqualTo(3);
    }

    @Test
    void aSuppressionSetsFindingsAsideUntilItsDayIsOver() throws IOException {
        Run last = scan(SUPPRESSION.formatted("src/hr", "2026-06-01"), "--rule", "section-locked");
        assertThat(last.out()).endsWith(": 1 warning, 1 suppressed\n");
        assertThat(last.err()).contains(".iisaudit.yml:5:14: ", "expires after 2026-06-01, today");

        Run over = scan(SUPPRESSION.formatted("src/hr", "2026-05-31"), "--fail-on", "error");
        assertThat(over.exit()).isEqualTo(1);
        assertThat(over.out())
                .contains("error[expired-suppression]: The suppression of section-locked at src/hr expired", ":5:14\n");
        assertThat(over.out()).doesNotContain("suppressed\n");
    }

    @Test
    void aSuppressionMayNameAConfigurationPath() throws IOException {
        Run run = scan(SUPPRESSION.formatted("WIKI", "2026-12-31"), "--rule", "section-locked");

        assertThat(run.out()).contains("hr/web.config").endsWith(": 1 warning, 1 suppressed\n");
        assertThat(run.err()).isEmpty();
        assertThat(run("src", "--format", "json").out()).contains("\"reason\": \"the server unlocks it\"");
        assertThat(run("src", "--format", "sarif").out()).contains("\"kind\": \"external\"");
    }

    @Test
    void anExpiredSuppressionFailsTheRunEvenIfTheDefectIsGone() throws IOException {
        write("src/hr/web.config", "<configuration/>");
        write("src/wiki/web.config", "<configuration/>");

        Run run = scan(SUPPRESSION.formatted("src/hr", "2026-05-31"), "--fail-on", "error");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("error[expired-suppression]");
    }

    @Test
    void aSuppressionOfNothingIsToldWhereAllIsAudited() throws IOException {
        write(".iisaudit.yml", SUPPRESSION.formatted("src/shop", "2026-12-31"));

        assertThat(run("").out()).contains("note[unused-suppression]", ".iisaudit.yml:2:11");
        assertThat(run("src/hr").out()).doesNotContain("unused-suppression");
    }

    @Test
    void rulesOfOnesOwnMayBeNamedInTheSettings() throws IOException {
        String rule = Files.readString(Path.of("rules/ntlm-only.xml")).replace("\"ntlm-only\"", "\"our-rule\"");
        write("my-rules/our-rule.xml", rule);

        assertThat(scan("rules: [my-rules]\nskip-rules: [our-rule]", TRUSTED).exit())
                .isEqualTo(1);
        assertUsage("rules: [no-rules]", ":1:9: there is no folder of rules no-rules");
    }

    @Test
    void rulesThatComeWithWhatIsAuditedRunOnlyWhereTheUserAllowsIt() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        write("my-rules/our-rule.xml", ourRule());
        Files.writeString(outside.resolve("our-rule.xml"), ourRule());
        String refused = ":1:9: the rules of %s come with what is audited: give --allow-repository-rules";

        assertUsage("rules: [my-rules]", refused.formatted("my-rules"));
        assertUsage("rules: [../outside]", refused.formatted("../outside"));
        assertThat(scan("rules: [../outside]", TRUSTED).out()).contains("our-rule");
        assertThat(run("src", "--rules", folder.resolve("../outside").toString())
                        .out())
                .contains("our-rule");
        assertThat(Run.of("config", folder.resolve("src").toString()).exit()).isEqualTo(2);
        assertThat(Run.of("what-if", folder.resolve("src").toString(), "--set", "useKernelMode=false")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void rulesOfSettingsThatTheUserNamesRunUnlessTheyLieInWhatIsAudited() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("our-rule.xml"), ourRule());
        write("my-rules/our-rule.xml", ourRule());
        String settings =
                Files.writeString(temp.resolve("own.yml"), "rules: [outside]").toString();
        String inside = Files.writeString(temp.resolve("in.yml"), "rules: [work/my-rules]")
                .toString();
        Files.createSymbolicLink(temp.resolve("link"), folder.resolve("my-rules"));
        String linked =
                Files.writeString(temp.resolve("link.yml"), "rules: [link]").toString();

        assertThat(run("src", "--config", settings).out()).contains("our-rule");
        assertUsage(run("src", "--config", inside), "the rules of work/my-rules come with what is audited");
        assertUsage(run("src/hr/web.config", "--config", linked), "the rules of link come with what is audited");
        assertThat(run("src", "--config", inside, TRUSTED).exit()).isEqualTo(1);
    }

    private static String ourRule() throws IOException {
        return Files.readString(Path.of("rules/section-locked.xml")).replace("\"section-locked\"", "\"our-rule\"");
    }

    @Test
    void mistakesAreOneLineWithThePlace() throws IOException {
        assertUsage("skip-rules: [ntlm-onyl]", ":1:14: there is no rule ntlm-onyl; did you mean ntlm-only?");
        assertUsage("colour: red", ":1:1: unknown key colour; known are ");
        Files.delete(folder.resolve(".iisaudit.yml"));
        Files.createDirectories(folder.resolve(".iisaudit.yml"));
        assertUsage(run("src"), ".iisaudit.yml: is a folder, not a settings file");
        assertUsage(run("src", "--config", "none.yml"), "none.yml: no such settings file");
        assertUsage(run("src", "--config", "none.yml", "--no-config"), "contradict each other");
        Files.createDirectories(folder.resolve(".iisaudit.yaml"));
        assertUsage(run("src"), "there are both .iisaudit.yml and .iisaudit.yaml in ");
    }

    private void assertUsage(String settings, String message) throws IOException {
        assertUsage(scan(settings), message);
    }

    private static void assertUsage(Run run, String message) {
        assertThat(run.exit()).as(message).isEqualTo(2);
        assertThat(run.out()).as(message).isEmpty();
        assertThat(run.err()).startsWith("iisaudit: ").contains(message).hasLineCount(1);
    }

    @Test
    void variablesOfTheSettingsCountInEffectiveToo() throws IOException {
        write(".iisaudit.yml", "env: {Content: 'C:\\inetpub'}");
        write("WEB01/applicationHost.config", """
                <configuration><system.applicationHost><sites><site name="S" id="1"><application path="/">
                <virtualDirectory path="/" physicalPath="%CONTENT%\\s"/></application></site></sites>
                </system.applicationHost></configuration>""");
        write("WEB01/C/inetpub/s/web.config", "broken");
        String snapshot = folder.resolve("WEB01").toString();

        assertThat(Run.of("effective", snapshot).err()).contains("C/inetpub/s/web.config: 1:1: ");
        assertThat(Run.of("effective", snapshot, "--no-config").err())
                .contains("1 web.config belongs to no application and was not audited: C/inetpub/s/web.config");
    }

    @Test
    void aServerOfTheSettingsLiesInWhatIsAuditedUnlessTheUserNamesThem() throws IOException {
        Path elsewhere = Files.writeString(temp.resolve("applicationHost.config"), HOST);
        assertUsage("host: ../applicationHost.config\nsite: Portal\n", "lies outside of what is audited");
        assertUsage("host: " + elsewhere + "\nsite: Portal\n", "lies outside of what is audited");
        // Not even looked for: on Windows that would be to call the machine.
        assertUsage("host: //nowhere/share/applicationHost.config\nsite: S\n", "lies outside of what is audited");
        assertUsage("rules: [//nowhere/share/rules]", "come with what is audited");
        Files.createSymbolicLink(folder.resolve("link.config"), elsewhere);
        String linked = "host: link.config\nsite: Portal\n";
        assertUsage(linked, ":1:7: ");
        assertUsage(linked, "link.config lies outside of what is audited: name it with --host FILE --site NAME");

        write(".iisaudit.yml", linked);
        String settings = folder.resolve(".iisaudit.yml").toString();
        assertThat(run("src/hr", "--config", settings).out()).contains("= at   Portal\n");
        assertThat(run("src/hr", "--host", elsewhere.toString(), "--site", "Portal")
                        .out())
                .contains("= at   Portal\n");
    }

    @Test
    void aRepositoryIsDeployedToTheServerOfTheSettings() throws IOException {
        write("hosts/WEB01/applicationHost.config", HOST);
        write(".iisaudit.yml", "host: hosts/WEB01/applicationHost.config\nsite: Portal\n");

        assertThat(run("src/hr").out()).contains("= at   Portal\n").doesNotContain("section-locked");
        assertThat(run("").out()).contains("Portal/src/hr");
        assertThat(run("hosts/WEB01").out()).doesNotContain("web.config:");
        assertThat(Run.of("effective", folder.resolve("src/hr").toString()).out())
                .contains("\nPortal   site\n");
        assertUsage("host: hosts/WEB01/applicationHost.config\nsite: Shop\n", ":2:7: there is no site Shop in ");
        assertUsage("host: none.config\nsite: Shop\n", ":1:7: there is no applicationHost.config ");
        assertUsage("site: Shop\n", ":1:7: site needs a host beside it");
    }
}
