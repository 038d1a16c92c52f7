package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iisaudit what-if} on the example server, and what it says to scripts. */
class WhatIfCommandTest {

    private static final String EXAMPLE = "examples/applicationHost";
    private static final Pattern ROW =
            Pattern.compile("(?m)^(\\S.*?) {2,}(no-change|performance-only|spn-move-needed|breaks|fixes|unknown)\\b");

    private static Run ask(String... arguments) {
        return Run.of(Stream.concat(Stream.of("what-if", EXAMPLE), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private static Map<String, String> verdicts(Run run) {
        Map<String, String> verdicts = new TreeMap<>();
        Matcher row = ROW.matcher(run.out());
        while (row.find()) {
            verdicts.put(row.group(1), row.group(2));
        }
        return verdicts;
    }

    @Test
    void kernelModeOffHasADifferentVerdictForEachKindOfApplication() {
        Run run = ask("--set", "useKernelMode=false");
        assertThat(run.exit()).isZero();
        assertThat(verdicts(run))
                .containsExactly(
                        Map.entry("Careers", "unknown"),
                        Map.entry("Helpdesk", "performance-only"),
                        Map.entry("Intranet", "performance-only"),
                        Map.entry("Intranet/hr", "spn-move-needed"),
                        Map.entry("Intranet/timesheet", "no-change"),
                        Map.entry("Intranet/wiki", "performance-only"),
                        Map.entry("Portal", "unknown"),
                        Map.entry("Portal/api", "no-change"),
                        Map.entry("Portal/orders", "fixes"),
                        Map.entry("Reports", "no-change"),
                        Map.entry("Reports/api", "no-change"));
        assertThat(run.out()).contains("The 401.1 of KB 2749007 could no longer occur at 6 applications.");
    }

    @Test
    void severalChangesAreToldInEachFormat() throws IOException {
        String[] changes = {
            "--path", "Intranet", "--set", "providers=NTLM", "--set", "tokenChecking=Allow", "--set", "anonymous=true"
        };
        Run text = ask(changes);
        assertThat(text.exit()).isZero();
        assertThat(text.out())
                .startsWith("What if: providers=NTLM, tokenChecking=Allow, anonymousAuthentication=true at")
                .contains("Kerberos is no longer offered")
                .contains("/~providers /commit:apphost")
                .contains("/extendedProtection.tokenChecking:\"Allow\"");

        Run json = ask(
                Stream.concat(Stream.of(changes), Stream.of("--format", "json")).toArray(String[]::new));
        assertThat(json.out().replaceAll("\\s+", ""))
                .contains(
                        "\"set\":{\"providers\":[\"NTLM\"],\"tokenChecking\":\"Allow\",\"anonymousAuthentication\":true}");

        Run markdown = ask(Stream.concat(Stream.of(changes), Stream.of("--format", "markdown"))
                .toArray(String[]::new));
        assertThat(markdown.out())
                .startsWith("# What if: `providers=NTLM, tokenChecking=Allow, anonymousAuthentication=true`")
                .contains("-Name '.' -Value @{ value = 'NTLM' }");
    }

    @Test
    void withoutAChangeTheObviousQuestionIsAsked() {
        assertThat(ask().out()).isEqualTo(ask("--set", "useKernelMode=false").out());
    }

    @Test
    void theConclusionComesFirst() {
        List<String> lines = ask().out().lines().limit(10).toList();
        assertThat(String.join(" ", lines))
                .contains("11 applications: 1 spn-move-needed, 2 unknown, 1 fixes, 3 performance-only, 4 no-change")
                .contains("could no longer occur at 6 applications");
        assertThat(lines.get(6)).startsWith("Intranet/hr ");
    }

    @Test
    void commandsStandUnderWhatHasToComeFirst() {
        String text = ask().out();
        assertThat(text.substring(text.indexOf("To do it")))
                .containsSubsequence(
                        "Safe now:",
                        "\"Helpdesk\"",
                        "Once it is seen that the SPNs are where they must be:",
                        "\"Portal\"",
                        "\"Portal/orders\"",
                        "After the SPNs were moved:",
                        "\"Intranet/hr\"",
                        "then restart W3SVC");
    }

    @Test
    void textKeepsToEightyColumns() {
        Run run = ask("--set", "useKernelMode=false", "--set", "useAppPoolCredentials=true");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        for (String format : List.of("text", "json", "markdown")) {
            String[] question = {"--set", "useKernelMode=false", "--format", format};
            assertThat(ask(question).out()).isNotEmpty().isEqualTo(ask(question).out());
        }
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        Run run = ask("--path", "Portal", "--set", "useAppPoolCredentials=true", "--format", "json");
        int objects = 0;
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                objects += parser.getParsingContext().inRoot() ? 1 : 0;
            }
        }
        assertThat(objects).isEqualTo(1);
        assertThat(run.out()).contains("\"verdict\": \"fixes\"", "\"schemaVersion\": 1", "\"path\": \"Portal\"");
    }

    @Test
    void markdownHasATableAndCommandsForBothShells() {
        Run run = ask("--path", "Intranet/hr", "--set", "useKernelMode=false", "--format", "markdown");
        assertThat(run.out())
                .contains(
                        "| Intranet/hr | **spn-move-needed** | the computer account | CONTOSO\\\\svc-hr |",
                        "```bat",
                        "appcmd set config \"Intranet/hr\" -section:",
                        "```powershell",
                        "-Location 'Intranet/hr'");
    }

    @Test
    void whatCannotBeSetIsAMistakeOnTheCommandLine() {
        assertThat(ask("--set", "realm=true").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ask("--set", "realm=true").err()).contains("possible are useKernelMode");
        assertThat(ask("--set-pool-identity", "me").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnknownPathIsAnsweredWithThoseThatThereAre() {
        Run run = ask("--set", "enabled=true", "--path", "Intranet/hrr");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Intranet/hrr", "Careers").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whereNothingIsOnThereIsNothingToJudge(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("web.config"), "<configuration/>");
        Run run = Run.of("what-if", folder.toString(), "--set", "useKernelMode=false");
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err()).contains("nothing to judge");
    }

    @Test
    void aRuleThatTakesTooManyStepsIsNamedAndTellsNothing(@TempDir Path folder) throws IOException {
        String rule = """
            <rule id="is-endless" severity="error" confidence="high"
                  section="system.webServer/security/authentication/windowsAuthentication">
              <title>t</title><flag>self::*[@useKernelMode = 'false' or //*[//*[//*[//*[//* = 'x']]]]]</flag>
              <message>m</message><fix>f</fix><rationale>r</rationale><affected>a</affected><confirm>c</confirm>
              <remediation>r</remediation><references><ref href="https://example.com">x</ref></references>
              <examples><bad name="b" marks="x"><web path="/"><configuration x="y"/></web></bad>
                <good name="g"><web path="/"><configuration/></web></good></examples>
            </rule>
            """;
        Files.writeString(folder.resolve("is-endless.xml"), rule);
        for (String format : List.of("text", "json")) {
            Run run = ask("--set", "useKernelMode=false", "--rules", folder.toString(), "--format", format);
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err()).contains("rule is-endless was stopped at ").contains("20000000 steps");
            assertThat(run.out().replaceAll("rule is-endless was stopped", "")).doesNotContain("is-endless");
        }
        Run json = ask("--set", "useKernelMode=false", "--rules", folder.toString(), "--format", "json");
        assertThat(json.out()).contains("rule is-endless was stopped at ");
    }

    @Test
    void nothingIsWrittenToTheAuditedFiles() throws IOException {
        Path host = Path.of(EXAMPLE, "C/Windows/System32/inetsrv/config/applicationHost.config");
        byte[] before = Files.readAllBytes(host);
        ask("--set", "useKernelMode=false");
        ask("--path", "/", "--set-pool-identity", "LocalSystem");
        assertThat(Files.readAllBytes(host)).isEqualTo(before);
    }

    @Test
    void longPathsAreCutInTextAndNotInJson(@TempDir Path folder) throws IOException {
        String application = "/a/very/long/path/of/an/application/that/does/not/fit/into/eighty/columns/of/text";
        Files.writeString(folder.resolve("applicationHost.config"), host(application));
        Run text = Run.of("what-if", folder.toString(), "--set", "enabled=false");
        assertThat(text.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        Run json = Run.of("what-if", folder.toString(), "--set", "enabled=false", "--format", "json");
        assertThat(json.out()).contains("\"path\": \"Site" + application + "\"");
    }

    @Test
    void ofSeveralServersEachIsNamed(@TempDir Path folder) throws IOException {
        for (String name : List.of("WEB02", "WEB01")) {
            Files.writeString(
                    Files.createDirectory(folder.resolve(name)).resolve("applicationHost.config"), host("/a"));
        }
        Run run = Run.of("what-if", folder.toString(), "--set", "useKernelMode=false", "--path", "site/A");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsSubsequence("\nWEB01\n", "Site/a", "WEB01$ -> WEB01$", "\nWEB02\n", "WEB02$ -> WEB02$");
    }

    private static String host(String application) {
        return """
            <configuration><configSections>
              <sectionGroup name="system.applicationHost"><section name="applicationPools"/><section name="sites"/>
              </sectionGroup>
              <sectionGroup name="system.webServer"><sectionGroup name="security">
                <sectionGroup name="authentication">
                <section name="windowsAuthentication" overrideModeDefault="Deny"/>
              </sectionGroup></sectionGroup></sectionGroup></configSections>
            <system.applicationHost><applicationPools><add name="P"/></applicationPools>
            <sites><site name="Site" id="1">
              <application path="APPLICATION" applicationPool="P">
                <virtualDirectory path="/" physicalPath="C:\\s"/></application>
              <bindings><binding protocol="http" bindingInformation="*:80:"/></bindings></site></sites>
            </system.applicationHost>
            <system.webServer><security><authentication>
              <windowsAuthentication enabled="true"><providers><add value="Negotiate"/></providers>
              </windowsAuthentication></authentication></security></system.webServer></configuration>
            """.replace("APPLICATION", application);
    }
}
