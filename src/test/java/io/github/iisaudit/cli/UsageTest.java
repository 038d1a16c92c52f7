package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @Test
    void usageErrorsAreOneLineThatSaysWhatIsPossible() {
        assertUsage("scan", "see iisaudit scan --help", "scan", "--format", "xml", "x");
        assertUsage("format", "'xml' is none of text, concise, json, jsonl, sarif", "scan", "--format", "xml", "x");
        assertUsage("option", "did you mean --format?", "scan", "--formt", "json");
        assertUsage("option", "options: --alias, --alias-file, --allow-repository-rules, --as", "scan", "--unheard-of");
        assertUsage("command", "did you mean scan?", "scn");
        assertUsage(
                "no command",
                "commands: scan, effective, what-if, fix, history, confirm, kerberos, transform, explain, rules, config");
        assertUsage("no path", "give a PATH", "scan");
        assertUsage("wrong path", "no such file or folder", "scan", "does/not/exist");
        assertUsage("rule", "did you mean section-locked?", "explain", "section-loked");
        assertUsage("rule of scan", "did you mean stale-location?", "scan", "x", "--rule", "stale-locations");
        assertUsage("rules", "no such folder of rules", "rules", "--rules", "does/not/exist");
        assertUsage("output", "'report.json' is not FORMAT=FILE", "scan", "x", "--output", "report.json");
        assertUsage("standard output", "say --format json", "scan", "x", "--output", "json=-");
        String[] twice = {"scan", "x", "--output", "json=target/a.txt", "--output", "csv=target/../target/a.txt"};
        assertUsage("one file twice", "two reports would be written to target/../target/a.txt", twice);
        String host = "examples/applicationHost/C/Windows/System32/inetsrv/config/applicationHost.config";
        String web = "examples/applicationHost/C/inetpub/careers";
        assertUsage("site unknown", "it has Default Web Site", "scan", web, "--host", host, "--site", "Nope");
        assertUsage("a server", "of its own", "scan", "examples", "--host", host, "--site", "Careers");
        assertUsage("site", "--site needs --host FILE", "scan", ".", "--site", "Portal");
    }

    private static void assertUsage(String what, String expected, String... args) {
        Run run = Run.of(args);

        assertThat(run.exit()).as(what).isEqualTo(2);
        assertThat(run.out()).as(what).isEmpty();
        assertThat(run.err())
                .as(what)
                .startsWith("iisaudit: ")
                .contains(expected)
                .hasLineCount(1);
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertThat(Run.of("--help").out()).contains("scan", "effective", "explain", "rules", "Example:");
        assertThat(Run.of("scan", "--help").exit()).isZero();
        assertThat(Run.of("scan", "--help").out()).contains("--fail-on=SEVERITY", "Example:");
        assertThat(Run.of("--version").out()).startsWith("iisaudit ");
    }

    @Test
    void rulesAreListedAndExplained() {
        assertThat(Run.of("rules").out()).contains("warning  high    kernel-mode-preauth-401\n");
        assertThat(Run.of("rules", "--format", "json").out()).contains("\"id\": \"section-locked\"");
        assertThat(Run.of("explain", "section-locked").out())
                .contains("\nWhat happens\n", "\nWhat to do\n")
                .doesNotContain("Found: ");
        assertThat(Run.of("explain", "section-locked", "--examples").out()).contains("\nFound: ");
        assertThat(Run.of("explain", "section-locked", "--format", "markdown").out())
                .startsWith("# section-locked\n");
    }

    @Test
    void eachLineOfAFileOfArgumentsIsOneArgumentAsItStands(@TempDir Path folder) throws IOException {
        Path site = Files.createDirectories(folder.resolve("C# 'site' \\ \"one\""));
        Files.writeString(site.resolve("web.config"), "<configuration/>");
        Path args = Files.writeString(folder.resolve("args.txt"), "scan\n" + site + "\n\n--format\njson\n");

        Run run = Run.of("@" + args);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo(Run.of("scan", site.toString(), "--format", "json").out());
        Files.writeString(args, "#" + site);
        assertThat(Run.of("scan", "@" + args).err()).contains("no such file or folder: #" + site);
    }

    @Test
    void aFileOfArgumentsIsTextAsProgramsOfWindowsWriteIt(@TempDir Path folder) throws IOException {
        Path site = Files.createDirectories(folder.resolve("\u00FC \uFEFF x"));
        Files.writeString(site.resolve("web.config"), "<configuration/>");
        Path args = folder.resolve("args.txt");
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.writeString(args, "\uFEFFscan\r\n" + site + "\r\n", charset);
            assertThat(Run.of("@" + args).exit()).as(charset.name()).isZero();
        }
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
            Files.writeString(args, "scan\n\u00FC\n", charset);
            assertUsage(charset.name(), "it is neither UTF-8 nor UTF-16 with a byte order mark", "@" + args);
        }
    }

    @Test
    void whoseNamesAFileOfArgumentsListsCannotAddToIt(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Path args = Files.writeString(folder.resolve("args.txt"), "\uFEFFscan\r\n@" + secret + "\r\n");
        assertThat(Run.of("@" + args).err())
                .contains("no such file or folder: @" + secret)
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsNoFileOfArgumentsIsAnArgument(@TempDir Path folder) {
        assertUsage("a folder", "there is no command @" + folder, "@" + folder);
        assertUsage("nothing", "there is no command @none", "@none");
        assertUsage("two signs", "there is no command @none", "@@none");
        assertUsage("one sign", "there is no command @", "@");
    }

    @Test
    void whatRulesAreAboutFindsThem() {
        for (String about : List.of("401.1", "KB2749007", "KB 2749007", "usekernelmode")) {
            assertThat(Run.of("explain", about).out()).as(about).contains("kernel-mode-preauth-401", " rules; ");
        }
        for (String about : new String[] {"401.1", "KB2749007", "KB 2749007", "kb2749007"}) {
            assertThat(Run.of("explain", about).out().lines().findFirst())
                    .as(about)
                    .hasValueSatisfying(first -> assertThat(first).endsWith("kernel-mode-preauth-401"));
        }
        assertThat(Run.of("explain", "500.19").out())
                .contains("section-locked")
                .doesNotContain("kernel-mode-preauth-401");
        assertUsage("rule", "there is no rule 500.1;", "explain", "500.1");
    }

    @Test
    void whatThereIsNotBringsUpTheNearestWhereverItIsTyped() {
        String example = "examples/applicationHost";
        assertThat(Run.of("effective", example, "--path", "Intranet/wkii").err())
                .contains(
                        "nothing is written for Intranet/wkii, which has what it inherits; did you mean Intranet/wiki?");
        assertUsage("path", "did you mean Intranet/wiki?", "fix", example, "--path", "Intranet/wkii");
        assertUsage("help", "there is no command scn; did you mean scan?", "help", "scn");
        assertUsage(
                "section",
                "did you mean windowsAuthentication? there are",
                "effective",
                example,
                "--section",
                "windowsAuth");
        assertUsage(
                "section in full",
                "did you mean windowsAuthentication? there are",
                "effective",
                example,
                "--section",
                "security/authentication/windowsAuthentcation");
    }

    @Test
    void aServerIsNamedWithOrWithoutTheSignOfComputers() {
        for (String option :
                List.of("--server WEB77", "--server CONTOSO\\WEB77", "--computer-account CONTOSO\\WEB77$")) {
            String[] all = ("scan examples/applicationHost --format json " + option).split(" ");
            assertThat(Run.of(all).out()).as(option).contains("WEB77$ decrypts service tickets");
        }
        assertUsage("sign", "is no computer account", "scan", "examples/applicationHost", "--server", "WEB 77");
    }

    @Test
    void conciseIsALineForEachFinding() {
        assertThat(Run.of("scan", "examples/applicationHost", "--format", "concise")
                        .out()
                        .lines())
                .hasSize(16)
                .allMatch(line -> line.matches(
                        "\\S+:\\d+:\\d+: (error|warning|note)\\[[a-z0-9-]+](?: \\(\\w+ confidence\\))?: .+"));
    }

    @Test
    void helpAndVersionAreCommandsToo() {
        assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
        assertThat(Run.of("help", "scan")).isEqualTo(Run.of("scan", "--help"));
        assertThat(Run.of("help", "rules", "test")).isEqualTo(Run.of("rules", "test", "--help"));
        assertThat(Run.of("version")).isEqualTo(Run.of("--version"));
        assertThat(Run.of("help").exit()).isZero();
    }

    @Test
    void aPathOrSectionThatThereIsNotBringsUpTheNearestOne() {
        String example = "examples/applicationHost";
        assertThat(Run.of("effective", example, "--path", "Intrnet").err()).contains("Intrnet; did you mean Intranet?");
        assertThat(Run.of("what-if", example, "--path", "Intranet/hrr").err()).contains("; did you mean Intranet/hr?");
        assertThat(Run.of("effective", example, "--section", "windowsAuthentcation")
                        .err())
                .contains("windowsAuthentcation; did you mean windowsAuthentication?");
    }
}
