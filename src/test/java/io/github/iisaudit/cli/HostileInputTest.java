package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of the input, wherever it stands, is no command in what any command of the program prints. */
class HostileInputTest {

    /** In XML attributes; the folders have those, too, that XML has no way to say. */
    private static final List<String> TEXTS = List.of(
            "##vso[task.complete result=Failed;]x",
            "a ##[error]forged",
            "::error::forged",
            "\n::add-mask::a",
            "\r  ::stop-commands::t",
            "\u0085::warning file=a::b",
            "\u2028::group::b",
            "\n##[add-path]b",
            "#\u200D#[error]b",
            "#\uFE0F#vso[task.setvariable variable=a]b",
            "##teamcity[buildStop comment='b']",
            "long enough to be wrapped at the end of a line of the text: ::set-output name=a::b ::debug::c ##[debug]d",
            "\u202Ea\u2066b\u200Fc\u061C",
            "\u009B31m\u009D0;t\u009C");

    private static final List<String> NAMES_OF_FILES = List.of(
            "##vso[task.complete result=Failed;]x",
            "::error::x",
            "a\n::error::x",
            "a\r::error::x",
            "\u001B]0;t\u0007\u001B[2J",
            "\u009B31m",
            "\u202Ea\u2066b");

    private static final List<String> SCAN = List.of(
            "text", "json", "jsonl", "sarif", "github", "gitlab", "azure", "junit", "checkstyle", "markdown", "csv");

    /** Our own commands at the beginning of a line. */
    private static final Pattern OURS =
            Pattern.compile("^(::(error|warning|notice) (file|title)=.*|::group::iisaudit: .*|::endgroup::"
                    + "|##vso\\[task\\.logissue type=(error|warning);.*|##\\[group\\]iisaudit: .*|##\\[endgroup\\])$");

    private static final Pattern COMMAND = Pattern.compile("^\\s*::.*::|##[A-Za-z0-9_-]*\\[");

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    @TempDir
    private Path temp;

    private static String xml(String text) {
        StringBuilder xml = new StringBuilder();
        text.chars().forEach(c -> xml.append("&#").append(c).append(';'));
        return xml.toString();
    }

    private static String host(String text) {
        String name = xml(text);
        return """
            <configuration><configSections>
            <sectionGroup name="system.applicationHost"><section name="applicationPools"/><section name="sites"/></sectionGroup>
            <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
            <section name="windowsAuthentication" overrideModeDefault="Allow"/>
            <section name="anonymousAuthentication" overrideModeDefault="Deny"/>
            </sectionGroup></sectionGroup></sectionGroup></configSections>
            <system.applicationHost><applicationPools>
            <add name="NAME"><processModel identityType="SpecificUser" userName="NAME" password="NAME"/></add>
            </applicationPools><sites><site name="NAME" id="1">
            <application path="/" applicationPool="NAME"><virtualDirectory path="/" physicalPath="C:\\site"/></application>
            <application path="/NAME" applicationPool="NAME"><virtualDirectory path="/" physicalPath="C:\\NAME"/></application>
            <bindings><binding protocol="http" bindingInformation="*:80:NAME"/></bindings>
            </site></sites></system.applicationHost>
            <system.webServer><security><authentication>
            <!-- iisaudit:ignore anonymous-with-windows TEXT -->
            <windowsAuthentication enabled="true"><providers><add value="NAME"/></providers></windowsAuthentication>
            <anonymousAuthentication enabled="false" userName="NAME"/>
            </authentication></security></system.webServer>
            <location path="NAME/x"><system.webServer><security><authentication>
            <windowsAuthentication enabled="true" useKernelMode="false" NAMELESS="1"/>
            </authentication></security></system.webServer></location>
            <location path="gone/NAME"/>
            </configuration>
            """.replace("NAMELESS", "nameless").replace("NAME", name).replace("TEXT", text.replace("--", "- -"));
    }

    private Path server(String folder, String text) throws IOException {
        Path server = Files.createDirectories(temp.resolve(folder));
        Files.writeString(server.resolve("applicationHost.config"), host(text));
        Path site = Files.createDirectories(server.resolve("C/site"));
        Files.writeString(
                site.resolve("web.config"),
                "<configuration><system.webServer><security><authentication>"
                        + "<anonymousAuthentication enabled=\"" + xml(text)
                        + "\"/></authentication></security></system.webServer>"
                        + "</configuration>");
        return server;
    }

    private static void holds(String what, Run run, boolean isMarkedUp) {
        String csv = isMarkedUp ? run.out() : run.out().replace("\r\n", "\n");
        for (String line : (csv + "\n" + run.err()).split("[\n\r\u000B\f\u0085\u2028\u2029]")) {
            String visible = line.replaceAll("[^\\x20-\\x7E]", "");
            if (!OURS.matcher(line).matches()) {
                assertThat(visible).as(what).doesNotContainPattern(COMMAND);
            }
        }
        assertThat(csv + run.err()).as(what).doesNotContainPattern(OBEYED);
        assertThat(run.exit()).as(what + run.err()).isNotEqualTo(ExitCode.FAULT);
    }

    private static Run run(Map<String, String> environment, List<String> command, String... more) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of(more));
        return Run.withEnvironment(environment, args.toArray(new String[0]));
    }

    private void everything(String server) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        SCAN.forEach(format -> commands.add(List.of("scan", server, "--verbose", "--format", format)));
        for (String format : List.of("text", "json", "xml")) {
            commands.add(List.of("effective", server, "--all", "--format", format));
            commands.add(List.of("effective", server, "--path", "::error::a##[b]", "--format", format));
        }
        for (String format : List.of("text", "json", "markdown")) {
            commands.add(List.of("what-if", server, "--set", "useKernelMode=false", "--format", format));
            commands.add(List.of("what-if", server, "--set", "pool-identity=NetworkService", "--format", format));
        }
        for (List<String> command : commands) {
            Run run = run(Map.of(), command);
            holds(String.join(" ", command), run, !command.contains("csv"));
            assertThat(run(Map.of("GITHUB_ACTIONS", "true"), command).out())
                    .as("the same bytes in a build service: " + command)
                    .isEqualTo(run.out());
            if (command.contains("json") || command.contains("sarif") || command.contains("gitlab")) {
                wellFormed(run.out());
            }
        }
    }

    private static void wellFormed(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }

    @Test
    void inConfigurationIsText() throws IOException {
        for (int i = 0; i < TEXTS.size(); i++) {
            everything(server("S" + i, TEXTS.get(i)).toString());
        }
    }

    @Test
    void inNamesOfFilesIsText() throws IOException {
        for (String name : NAMES_OF_FILES) {
            String server = server(name, "a").toString();
            Files.writeString(
                    temp.resolve(name).resolve("C/site/web.config"), "<configuration><a", StandardCharsets.UTF_8);
            everything(server);
            everything(server + "/none");
        }
    }

    @Test
    void inArgumentsIsText() {
        for (String text : NAMES_OF_FILES) {
            for (List<String> command : List.of(
                    List.of("scan", text),
                    List.of("scan", ".", "--since", text),
                    List.of("scan", ".", "--config", text),
                    List.of("scan", ".", "--rules", text),
                    List.of("scan", ".", "--baseline", text),
                    List.of("scan", ".", "--" + text),
                    List.of("scan", ".", "--format", text),
                    List.of("scan", ".", "--rule", text),
                    List.of("scan", ".", "--output", "json=" + text + "/" + text),
                    List.of("effective", ".", "--path", text),
                    List.of("what-if", ".", "--set", text),
                    List.of("explain", text),
                    List.of(text))) {
                holds(command.toString(), run(Map.of("SOURCE_DATE_EPOCH", text), command), true);
            }
        }
    }

    @Test
    void inSettingsIsText() throws IOException {
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            Path server = server("S" + i, "a");
            StringBuilder quoted = new StringBuilder("\"");
            text.chars().forEach(c -> quoted.append(String.format("\\u%04x", c)));
            String value = quoted.append('"').toString();
            for (String settings : List.of(
                    "host: " + value,
                    "env:\n  a: " + value,
                    "ignore:\n  - " + value,
                    value + ": 1",
                    "suppressions:\n  - rule: stale-location\n    path: " + value + "\n    reason: " + value,
                    "severity:\n  " + value + ": error")) {
                Files.writeString(server.resolve(".iisaudit.yml"), settings + "\n");
                for (String format : List.of("text", "json")) {
                    List<String> command = List.of("config", server.toString(), "--format", format);
                    holds(command + settings, run(Map.of(), command), true);
                }
                holds(settings, Run.of("scan", server.toString()), true);
            }
        }
    }

    @Test
    void inRulesOfOthersIsText() throws IOException {
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            Path rules = Files.createDirectories(temp.resolve("rules" + i));
            Files.writeString(rules.resolve("our-rule.xml"), """
                <rule id="our-rule" severity="note" confidence="low">
                <title>TEXT</title><flag>/scope[@path = '']/@path</flag><label>TEXT</label><message>TEXT</message><fix>TEXT</fix>
                <rationale>TEXT</rationale><affected>TEXT</affected><confirm>TEXT</confirm>
                <remediation>TEXT<appcmd>TEXT</appcmd><powershell>TEXT</powershell><config>TEXT</config></remediation>
                <references><ref href="TEXT">TEXT</ref></references>
                <examples><bad name="TEXT" marks="TEXT"><web path="/">TEXT</web></bad><good name="not TEXT"><web path="/">TEXT</web></good></examples>
                </rule>
                """.replace("TEXT", xml(text)));
            assertThat(Run.of("rules", "--rules", rules.toString()).exit())
                    .as(text)
                    .isZero();
            for (List<String> command : List.of(
                    List.of("rules", "--rules", rules.toString()),
                    List.of("rules", "--rules", rules.toString(), "--format", "json"),
                    List.of("rules", "test", rules.toString()),
                    List.of("explain", "our-rule", "--rules", rules.toString()),
                    List.of("explain", "our-rule", "--rules", rules.toString(), "--format", "markdown"),
                    List.of("scan", server("S", "a").toString(), "--rules", rules.toString(), "--format", "sarif"))) {
                Run run = run(Map.of(), command);
                holds(command + text, run, true);
            }
        }
    }

    @Test
    void thisTestSeesForgedCommands() {
        assertThat("  ::error::x").containsPattern(COMMAND);
        assertThat("a ##vso[a.b]").containsPattern(COMMAND);
        assertThat("a\u009Bb").containsPattern(OBEYED);
        assertThat("a ::error::x").doesNotContainPattern(COMMAND);
    }
}
