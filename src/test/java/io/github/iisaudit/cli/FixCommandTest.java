package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fix} offers is taken by git and by patch, mends what it says, and nothing else comes of it. */
class FixCommandTest {

    private static final Pattern FINDING =
            Pattern.compile("\"rule\": \"([^\"]+)\".*?\"fingerprint\": \"([^\"]+)\"", Pattern.DOTALL);

    private static final Pattern RULE = Pattern.compile("\"rule\": \"([^\"]+)\"");

    @TempDir
    Path folder;

    /** How the same text can lie on a disk. */
    private enum Writing {
        AS_IT_IS(StandardCharsets.UTF_8, "", "\n"),
        CRLF(StandardCharsets.UTF_8, "", "\r\n"),
        MARK(StandardCharsets.UTF_8, "\uFEFF", "\r\n"),
        TABS(StandardCharsets.UTF_8, "", "\n"),
        UTF_16LE(StandardCharsets.UTF_16LE, "\uFEFF", "\r\n"),
        UTF_16BE(StandardCharsets.UTF_16BE, "\uFEFF", "\n");

        private final Charset charset;
        private final String mark;
        private final String lineEnd;

        Writing(Charset charset, String mark, String lineEnd) {
            this.charset = charset;
            this.mark = mark;
            this.lineEnd = lineEnd;
        }

        byte[] bytes(String text) {
            String indented = this == TABS ? text.replaceAll("(?m)^ +", "\t") : text;
            return (mark + indented.replace("\n", lineEnd)).getBytes(charset);
        }
    }

    @Test
    void aDiffAgainstPackedFilesNamesThemAsTheyAreOnceUnpackedAndSaysSo() throws Exception {
        String name = "inetsrv/config/applicationHost.config";
        byte[] host = Files.readAllBytes(Path.of("examples", "applicationHost", "C", "Windows", "System32")
                .resolve(name));
        Path packed = folder.resolve("WEB01.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(host);
        }
        Path unpacked = folder.resolve("unpacked").resolve(name);
        Files.createDirectories(unpacked.getParent());
        Files.write(unpacked, host);
        Run run = Run.of("fix", packed.toString(), "--no-config", "--rule", "stale-location");
        assertThat(run.out()).startsWith("--- a/" + name + "\n+++ b/" + name + "\n");
        assertThat(run.err()).contains("its files are packed").contains("unpack them");
        Run plain = Run.of("fix", folder.resolve("unpacked").toString(), "--no-config", "--rule", "stale-location");
        assertThat(plain.out()).isEqualTo(run.out());
        assertThat(plain.err()).doesNotContain("packed, and");
    }

    private record Case(Rule rule, Rule.Example example) {

        String name() {
            return rule.id() + ": " + example.name();
        }
    }

    private static List<Case> cases() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (Rule rule :
                RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules()) {
            if (!rule.remedies().isEmpty()) {
                rule.examples().stream().filter(Rule.Example::isBad).forEach(it -> cases.add(new Case(rule, it)));
            }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> a_second_audit_has_lost_exactly_what_was_mended() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> rules = new HashSet<>();
        for (Case it : cases()) {
            for (Writing writing : rules.add(it.rule().id()) ? Writing.values() : new Writing[] {Writing.AS_IT_IS}) {
                tests.add(dynamicTest(it.name() + " " + writing, () -> prove(it, writing)));
            }
        }
        return tests.stream();
    }

    private void prove(Case it, Writing writing) throws Exception {
        Path server = write(it, writing);
        List<String> before = findings(server);
        List<String> mended = mended(server);
        byte[] diff = bytes("fix", server.toString());
        assertThat(diff.length > 0).isEqualTo(!mended.isEmpty());
        if (mended.isEmpty()) {
            return;
        }
        Path patched = write(it, writing);
        patch(patched, diff);
        git(server, diff);
        for (String file : it.example().files().keySet()) {
            assertThat(Files.readAllBytes(server.resolve(file))).isEqualTo(Files.readAllBytes(patched.resolve(file)));
        }
        List<String> wanted = new ArrayList<>(before);
        mended.forEach(finding -> assertThat(wanted.remove(finding)).isTrue());
        assertThat(findings(server)).isEqualTo(wanted);
        assertThat(mended(server)).isEmpty();
    }

    @Test
    void what_of_many_changes_goes_together_is_not_sought_for_ever() throws Exception {
        Path server = Files.createDirectories(folder.resolve("WEB02"));
        String host = Files.readString(
                Path.of("examples/applicationHost/C/Windows/System32/inetsrv/config/applicationHost.config"));
        StringBuilder twice = new StringBuilder("<!--" + " ".repeat(5_000_000) + "-->");
        for (int i = 0; i < 40; i++) {
            twice.append("<location path=\"Intranet/a" + i + "\"><system.webServer><security><authentication>"
                    + "<windowsAuthentication enabled=\"true\"><providers><clear/><add value=\"NTLM\"/>"
                    + "<add value=\"NTLM\"/></providers></windowsAuthentication></authentication></security>"
                    + "</system.webServer></location>\n");
        }
        Files.writeString(
                server.resolve("applicationHost.config"), host.replace("</configuration>", twice + "</configuration>"));
        assertThat(Run.of("fix", server.toString(), "--rule", "duplicate-collection-entry")
                        .err())
                .contains("left out: duplicate-collection-entry: not tried, as there are too many to try each: ask"
                        + " again with --path (WEB02:");
    }

    @Test
    void a_change_that_is_asked_for_is_laid_out_as_the_file_is() throws Exception {
        Path server = Files.createDirectories(folder.resolve("WEB01"));
        Files.copy(
                Path.of("examples/applicationHost/C/Windows/System32/inetsrv/config/applicationHost.config"),
                server.resolve("applicationHost.config"));
        String[] wish = {"fix", server.toString(), "--set", "useKernelMode=false", "--path", "Intranet/hr"};
        byte[] diff = bytes(wish);
        assertThat(new String(diff, StandardCharsets.UTF_8))
                .contains(
                        "+    <location path=\"Intranet/hr\">\n+        <system.webServer>\n+            <security>\n",
                        "+                    <windowsAuthentication useKernelMode=\"false\" />\n");
        git(server, diff);
        assertThat(Run.of(wish).out()).isEmpty();
        assertThat(Run.of(wish).err()).contains("Intranet/hr: no-change");
    }

    @Test
    void what_is_wrong_with_the_settings_is_none_of_a_servers_files() throws Exception {
        Path server = Files.createDirectories(folder.resolve("fleet/WEB03"));
        Files.writeString(
                server.resolve("applicationHost.config"),
                "<configuration><system.applicationHost><sites/></system.applicationHost></configuration>");
        Path settings = Files.writeString(
                folder.resolve("settings.yml"),
                "suppressions:\n  - rule: ntlm-only\n    path: Gone\n    reason: why\n");
        String[] of = {server.getParent().toString(), "--config", settings.toString()};
        assertThat(Run.of("scan", of[0], of[1], of[2]).out()).contains("unused-suppression");
        assertThat(Run.of("fix", of[0], of[1], of[2]).err()).doesNotContain("unused-suppression");
    }

    @Test
    void no_secret_is_in_a_diff() throws Exception {
        Path server = Files.createDirectories(folder.resolve("WEB02"));
        String host = """
                <configuration>
                  <system.applicationHost>
                    <sites/>
                  </system.applicationHost>
                  <location path="Old">
                    <system.webServer><security><authentication>
                      <anonymousAuthentication userName="u" password="Sesame!"/>
                    </authentication></security></system.webServer>
                  </location>
                  <location path="Older" overrideMode="Allow"/>
                  <location path="Oldest" overrideMode="Allow"/>
                </configuration>
                """;
        Files.writeString(server.resolve("applicationHost.config"), host);
        Run run = Run.of("fix", server.toString());
        assertThat(run.out()).contains("-  <location path=\"Oldest\"").doesNotContain("Sesame", "path=\"Old\"");
        assertThat(run.err()).contains("left out: stale-location: a diff of it would have to show a secret");
        assertThat(Run.of("fix", server.toString(), "--format", "json").out()).doesNotContain("Sesame");
        git(server, bytes("fix", server.toString()));
    }

    @Test
    void every_rule_with_a_remedy_has_an_example_that_is_mended() throws Exception {
        Map<String, Boolean> isMended = new TreeMap<>();
        for (Case it : cases()) {
            Run run = Run.of("fix", write(it, Writing.AS_IT_IS).toString(), "--format", "json");
            Matcher rule = RULE.matcher(run.out().substring(0, run.out().indexOf("\"leftOut\"")));
            isMended.merge(it.rule().id(), rule.find(), Boolean::logicalOr);
        }
        assertThat(isMended).isNotEmpty().doesNotContainValue(false);
    }

    @Test
    void the_manual_tells_of_every_rule_whether_its_remedy_is_certain() throws Exception {
        String manual = Files.readString(Path.of("docs", "fix.md"));
        int judgement = manual.indexOf("## What is a matter of judgement");
        for (Rule rule :
                RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules()) {
            String shown = "`" + rule.id() + "`";
            assertThat(manual).contains(shown);
            assertThat(manual.indexOf(shown) < judgement)
                    .as(rule.id())
                    .isEqualTo(!rule.remedies().isEmpty());
        }
    }

    private Path write(Case it, Writing writing) throws IOException {
        Path server = Files.createTempDirectory(folder, "server").resolve("SERVER1");
        for (Map.Entry<String, String> file : it.example().files().entrySet()) {
            Path path = server.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, writing.bytes(file.getValue()));
        }
        return server;
    }

    private static List<String> findings(Path server) {
        return findings(Run.of("scan", server.toString(), "--format", "json", "--fail-on", "never")
                .out());
    }

    private static List<String> mended(Path server) {
        String json = Run.of("fix", server.toString(), "--format", "json").out();
        return findings(json.substring(0, json.indexOf("\"leftOut\"")));
    }

    private static List<String> findings(String json) {
        List<String> all = new ArrayList<>();
        for (Matcher finding = FINDING.matcher(json); finding.find(); ) {
            all.add(finding.group(1) + " " + finding.group(2));
        }
        return all;
    }

    private static byte[] bytes(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, new Console(new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream(), Map.of()));
        return out.toByteArray();
    }

    private void git(Path server, byte[] diff) throws Exception {
        run(server, diff, "git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-");
    }

    private void patch(Path server, byte[] diff) throws Exception {
        run(server, diff, "patch", "--binary", "-s", "-p1", "--fuzz=0");
    }

    private void run(Path where, byte[] input, String... command) throws Exception {
        Path in = Files.write(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not installed");
            return;
        }
        int exit = process.waitFor();
        String said = Files.readString(out, StandardCharsets.ISO_8859_1);
        assertThat(exit)
                .as(Optional.of(said)
                        .map(it -> it + new String(input, StandardCharsets.UTF_8))
                        .get())
                .isZero();
    }
}
