package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts are run by the shells themselves, where there are any. */
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");
    private static final Path ZSH = Path.of("/usr/bin/zsh");

    @TempDir
    private Path folder;

    private String run(Path shell, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(shell.toString()));
        command.addAll(Arrays.asList(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Path script(String shell) throws IOException {
        Run run = Run.of("completion", shell);
        assertThat(run.exit()).isZero();
        return Files.writeString(folder.resolve(shell), run.out());
    }

    /** What bash would offer after these words, divided as bash divides them. */
    private List<String> offered(String... words) throws IOException, InterruptedException {
        assumeThat(BASH).exists();
        String line = Arrays.stream(words).map(w -> "'" + w + "'").collect(Collectors.joining(" "));
        String ask = "source '" + script("bash") + "'; COMP_WORDS=(iisaudit " + line + "); COMP_CWORD=" + words.length
                + "; _iisaudit; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return run(BASH, "--norc", "-c", ask).lines().filter(l -> !l.isEmpty()).toList();
    }

    @Test
    void theScriptsAreFreeOfSyntaxErrors() throws Exception {
        assumeThat(BASH).exists();
        assertThat(run(BASH, "-n", script("bash").toString())).isEmpty();
        assumeThat(ZSH).exists();
        assertThat(run(ZSH, "-n", script("zsh").toString())).isEmpty();
    }

    @Test
    void commandsAndTheirOptionsAreOffered() throws Exception {
        assertThat(offered(""))
                .contains("scan", "effective", "what-if", "rules", "completion")
                .doesNotContain("docs");
        assertThat(offered("wh")).containsExactly("what-if");
        assertThat(offered("scan", "--fa")).containsExactly("--fail-on");
        assertThat(offered("scan", "x", "--quiet", "--base")).containsExactly("--baseline");
        assertThat(offered("--ver")).containsExactly("--version");
        assertThat(offered("rules", "")).containsExactly("test");
        assertThat(offered("rules", "test", "--")).contains("--color").doesNotContain("--rules");
    }

    @Test
    void valuesAreOfferedAfterTheirOption() throws Exception {
        assertThat(offered("scan", "--format", "s")).contains("sarif");
        assertThat(offered("scan", "--format", "=")).contains("json");
        assertThat(offered("scan", "--format", "=", "js")).containsExactly("json", "jsonl");
        assertThat(offered("effective", "--format", "")).containsExactly("text", "json", "xml");
        assertThat(offered("scan", "--skip-rule", "section-l")).containsExactly("section-locked");
        assertThat(offered("explain", "section-l")).containsExactly("section-locked");
        assertThat(offered("completion", "")).containsExactly("bash", "zsh", "powershell");
    }

    @Test
    void aValueWithASignIsCompletedOnBothSides() throws Exception {
        assertThat(offered("scan", "--output", "sar")).containsExactly("sarif=");
        assertThat(offered("scan", "--output", "sarif", "=", "x")).isEmpty();
        assertThat(offered("what-if", "--set", "useKernelMode", "=", "f")).containsExactly("false");
        assertThat(offered("what-if", "--set", "=", "enabled", "=")).containsExactly("false", "true");
    }

    @Test
    void whereAFileIsMeantBashCompletesItself() throws Exception {
        assertThat(offered("scan", "exa")).isEmpty();
        assertThat(offered("scan", "--baseline", "b")).isEmpty();
        assertThat(Files.readString(script("bash")))
                .contains("complete -o bashdefault -o default -F _iisaudit iisaudit");
    }

    @Test
    void zshIsToldWhatEachOptionDoes() throws IOException {
        assertThat(Files.readString(script("zsh")))
                .startsWith("#compdef iisaudit\n")
                .contains("'--fail-on=[exit with 1 from this severity on: ")
                .contains(":severity:(error warning note never)'")
                .contains("'*--skip-rule=[")
                .contains("'scan:Audits the configuration");
    }

    @Test
    void anotherShellIsRefusedWithThoseThereAre() {
        assertThat(Run.of("completion", "fish").err()).contains("bash, zsh").hasLineCount(1);
        assertThat(Run.of("completion").exit()).isEqualTo(2);
    }

    @Test
    void powerShellIsToldTheSameWords() {
        PowerShellText script =
                new PowerShellText(Run.of("completion", "powershell").out());

        assertThat(script.script())
                .startsWith("# Completion of iisaudit for PowerShell 5.1 and later")
                .contains("    $operands[''] = @('scan', 'effective', 'what-if', ")
                .contains("    $operands['rules'] = @('test')\n")
                .contains("    $values['scan --fail-on'] = @('error', 'warning', 'note', 'never')\n");
        assertThat(script.unbalanced()).isEmpty();
        assertThat(script.code()).doesNotContain("&&", "||", "??", "?.", " ? ");
        assertThat(script.script().chars()).allMatch(c -> c < 127);
    }
}
