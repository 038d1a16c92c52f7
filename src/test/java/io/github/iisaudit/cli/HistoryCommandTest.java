package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.iisaudit.source.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    private static final String HOST = """
            <configuration>
              <configSections>
                <sectionGroup name="system.applicationHost">
                  <section name="applicationPools"/><section name="sites"/>
                </sectionGroup>
                <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                  <section name="windowsAuthentication" overrideModeDefault="Deny"/>
                </sectionGroup></sectionGroup></sectionGroup>
              </configSections>
              <system.applicationHost>
                <applicationPools><add name="p"/></applicationPools>
                <sites><site name="One" id="1"><application path="/" applicationPool="p">
                  <virtualDirectory path="/" physicalPath="C:\\one"/></application></site></sites>
              </system.applicationHost>
              <location path="One"><system.webServer><security><authentication>
                <windowsAuthentication enabled="true"%s>
                  <providers><add value="Negotiate"/>%s</providers>
                </windowsAuthentication>
              </authentication></security></system.webServer></location>
            </configuration>
            """;

    private static final String NTLM = "<add value=\"NTLM\"/>";

    @TempDir
    Path temp;

    private void snapshots() throws IOException {
        write("WEB01-2026-03-01", HOST.formatted("", NTLM));
        write("WEB01-2026-03-02T0615", "\n" + HOST.formatted(" useKernelMode=\"false\"", NTLM));
        write("WEB01-2026-03-03", "\n\n" + HOST.formatted(" useKernelMode=\"false\"", NTLM));
        write("WEB01-2026-03-04", HOST.formatted("", ""));
    }

    private void write(String folder, String text) throws IOException {
        Files.createDirectories(temp.resolve(folder));
        Files.writeString(temp.resolve(folder).resolve("applicationHost.config"), text);
    }

    @Test
    void the_example_says_what_the_manual_shows() throws IOException {
        String manual = Files.readString(Path.of("docs", "history.md"));
        String typed = "$ iisaudit history examples/history\n";
        int start = manual.indexOf(typed) + typed.length();
        Run run = Run.of("history", "examples/history");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith(manual.substring(start, manual.indexOf("```", start)));
    }

    @Test
    void of_several_environments_one_has_to_be_named() {
        Run run = Run.of("history", "examples/history", "--every-environment");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("name it with --environment");
    }

    @Test
    void sections_that_a_broken_file_makes_fail_alike_are_told_together() throws IOException {
        String more = "<section name=\"anonymousAuthentication\"/><section name=\"basicAuthentication\"/>";
        String host = HOST.formatted("", NTLM).replace("<section name=\"windows", more + "<section name=\"windows");
        for (String snapshot : List.of("WEB01-2026-03-01", "WEB01-2026-03-02")) {
            write(snapshot, host);
            Path folder = Files.createDirectories(temp.resolve(snapshot).resolve("C/one"));
            Files.writeString(
                    folder.resolve("web.config"), snapshot.endsWith("1") ? "<configuration/>" : "<configuration>");
        }
        String each = Run.of("history", temp.toString(), "--no-config", "--format", "json")
                .out();
        String together = each.split("\"absent\": true", -1).length - 1 + " sections";
        assertThat(each).contains("basicAuthentication").doesNotContain(together);
        for (String format : List.of("text", "html", "markdown")) {
            Run run = Run.of("history", temp.toString(), "--no-config", "--format", format);
            assertThat(run.out()).contains(together).doesNotContain("basicAuthentication");
        }
    }

    @Test
    void it_tells_what_changed_when_where_and_by_which_line() throws IOException {
        snapshots();
        Run run = Run.of("history", temp.toString(), "--no-config");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("4 snapshots, 2026-03-01 00:00:00 UTC to 2026-03-04 00:00:00 UTC: 2 changed")
                .contains("2026-03-02 06:15:00 UTC")
                .contains("true (default) -> false\n      applicationHost.config:17, location One\n      at One\n")
                .contains("  - warning[kernel-mode-preauth-401]")
                .doesNotContain("2026-03-03 00:00:00 UTC")
                .contains("false -> true (default)\n      no longer at applicationHost.config:18, location One")
                .contains("providers[NTLM]        NTLM -> (none)")
                .contains("  + warning[kernel-mode-preauth-401]");
        assertThat(Run.of("history", temp.toString(), "--no-config").out()).isEqualTo(run.out());
    }

    @Test
    void it_tells_programs_the_same() throws IOException {
        snapshots();
        String json = Run.of("history", temp.toString(), "--no-config", "--format", "json")
                .out();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentToken()).isNotNull();
            }
        }
        assertThat(json.replaceAll("\\s+", " "))
                .startsWith("{ \"schemaVersion\": 1, \"tool\": { \"name\": \"iisaudit\",")
                .contains("\"kind\": \"snapshots\", \"versions\": 4, \"first\":")
                .contains("\"time\": \"2026-03-02T06:15:00Z\", \"values\": [ {")
                .contains(
                        "\"name\": \"useKernelMode\", \"from\": { \"value\": \"true\", \"origin\": { \"default\": true } },"
                                + " \"to\": { \"value\": \"false\", \"origin\": { \"file\": \"applicationHost.config\","
                                + " \"line\": 17,")
                .contains("\"to\": { \"absent\": true }");
    }

    @Test
    void it_narrows_to_a_path_and_to_a_date() throws IOException {
        snapshots();
        String[] one = {"history", temp.toString(), "--no-config", "--path", "one", "--since", "2026-03-03"};
        Run run = Run.of(one);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("3 snapshots, 2026-03-02").contains("no longer at applicationHost.config:18");
        Run none = Run.of("history", temp.toString(), "--no-config", "--path", "Other");
        assertThat(none.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(none.out()).contains("there is no path Other in any version");
        Run nonsense = Run.of("history", temp.toString(), "--no-config", "--since", "yesterday");
        assertThat(nonsense.exit()).isNotZero();
        assertThat(nonsense.err()).contains("--since yesterday").contains("2026-03-01");
    }

    @Test
    void commits_are_versions_and_what_they_say_of_themselves_is_only_text() throws Exception {
        GitRepository repository = GitRepository.at(temp).with("applicationHost.config", HOST.formatted("", NTLM));
        repository.committed().with("applicationHost.config", HOST.formatted(" useKernelMode=\"false\"", NTLM));
        repository.git("commit", "-q", "-a", "-m", "<script>alert(1)</script> ##vso[task] \u001b[31m");
        String id = repository.git("rev-parse", "HEAD").strip();
        Run text = Run.of("history", temp.toString(), "--no-config");
        assertThat(text.out())
                .contains(id.substring(0, 12))
                .doesNotContain("\u001b")
                .doesNotContain("\n##vso");
        Path page = temp.resolve("out.html");
        Run run = Run.of("history", temp.toString(), "--no-config", "--format", "json", "--output", "html=" + page);
        assertThat(run.out()).contains("\"version\": \"" + id + "\"");
        assertThat(Files.readString(page))
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)")
                .contains(
                        "<td data-is=\"from\"><code>true (default)</code></td><td data-is=\"to\"><code>false</code></td>");
        Run markdown = Run.of("history", temp.toString(), "--no-config", "--format", "markdown");
        assertThat(markdown.out()).contains("`true (default)` | `false`").doesNotContain("<script>");
    }

    @Test
    void a_version_that_cannot_be_read_is_named_and_the_rest_goes_on() throws IOException {
        snapshots();
        write("WEB01-2026-03-02T0615", "<configuration>");
        Run run = Run.of("history", temp.toString(), "--no-config");
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out())
                .contains("2026-03-03 00:00:00 UTC")
                .contains("true (default) -> false")
                .contains("WEB01-2026-03-02T0615")
                .contains("is not")
                .contains("well-formed");
        assertThat(Run.of("history", temp.toString(), "--no-config", "--quiet").out())
                .doesNotContain("well-formed");
    }

    @Test
    void where_nothing_can_be_compared_it_says_so() throws IOException {
        write("WEB01", HOST.formatted("", NTLM));
        Run run = Run.of("history", temp.resolve("WEB01").toString(), "--no-config");
        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).contains("nothing to compare");
        assertThat(Run.of("history").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("history", "-").err()).contains("standard input is one version");
        assertThat(Run.of("history", temp.resolve("none").toString()).exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void no_secret_of_any_version_is_told() throws IOException {
        String user = "<add name=\"p\"><processModel userName=\"CONTOSO\\u\" password=\"Pl4nted-%s\"/></add>";
        write("S-2026-03-01", HOST.formatted("", "").replace("<add name=\"p\"/>", user.formatted("one")));
        write("S-2026-03-02", HOST.formatted("", NTLM).replace("<add name=\"p\"/>", user.formatted("two")));
        for (String format : new String[] {"text", "json", "html", "markdown"}) {
            Run run = Run.of("history", temp.toString(), "--no-config", "--format", format);
            assertThat(run.out()).as(format).contains("NTLM").doesNotContain("Pl4nted");
        }
    }
}
