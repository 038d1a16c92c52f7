package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.iisaudit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The action, the hooks and the examples for pipelines: they parse, and what they run exists and does as it is told. */
class PipelineTest {

    private static final Path BASH = Path.of("/bin/bash");
    private static final Path DOCUMENT = Path.of("docs", "ci.md");

    @TempDir
    private Path folder;

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object node) {
        return (List<Object>) node;
    }

    @Test
    void theActionHandsEveryInputOverAndEvaluatesNone() throws IOException {
        Map<String, Object> action = map(yaml(Files.readString(Path.of("action.yml"))));
        List<Object> steps = list(map(action.get("runs")).get("steps"));
        StringBuilder handed = new StringBuilder();
        for (Object step : steps) {
            assertThat(String.valueOf(map(step).get("run"))).doesNotContain("${{");
            handed.append(map(step).getOrDefault("env", "")).append(map(step).getOrDefault("with", ""));
        }

        assertThat(map(action.get("inputs")).keySet())
                .isNotEmpty()
                .allSatisfy(input -> assertThat(handed).contains("${{ inputs." + input + " }}"));
        assertThat(map(action.get("outputs"))).containsOnlyKeys("sarif", "exit-code");
        assertThat(Path.of(".github/bin/audit")).isExecutable();
    }

    @Test
    void theHooksRunForTheFilesThatIisReads() throws IOException {
        for (Object hook : list(yaml(Files.readString(Path.of(".pre-commit-hooks.yaml"))))) {
            Pattern files = Pattern.compile(String.valueOf(map(hook).get("files")));

            assertThat(files.matcher("web.config").find()).isTrue();
            assertThat(files.matcher("src/Portal/Web.config").find()).isTrue();
            assertThat(files.matcher("IIS/applicationhost.config").find()).isTrue();
            assertThat(files.matcher("myweb.config").find()).isFalse();
            assertThat(files.matcher("Web.Release.config").find()).isFalse();
        }
    }

    @Test
    void theExamplesParse() throws IOException {
        int blocks = 0;
        Matcher block = Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(Files.readString(DOCUMENT) + Files.readString(Path.of("README.md")));
        for (; block.find(); blocks++) {
            assertThat(yaml(block.group(1))).as(block.group(1)).isNotNull();
        }
        assertThat(blocks).isGreaterThanOrEqualTo(4);
        assertThat(yaml(Files.readString(Path.of(".github/workflows/ci.yml")))).isInstanceOf(Map.class);
    }

    @Test
    void theCommandsOfTheExamplesAreUnderstood() throws IOException {
        int commands = 0;
        Matcher command = Pattern.compile("iisaudit (scan \\.[^'\\n`]*)").matcher(Files.readString(DOCUMENT));
        for (; command.find(); commands++) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            String[] args = (command.group(1).strip() + " --help").split(" ");
            int exit = Main.run(args, InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);

            assertThat(exit).as(command.group() + err).isZero();
        }
        assertThat(commands).isGreaterThanOrEqualTo(4);
    }

    /** What the script of the action would run, an argument a line. */
    private List<String> audit(int exit, Map<String, String> inputs) throws IOException, InterruptedException {
        assumeThat(BASH).exists();
        Path program = folder.resolve("program");
        Files.writeString(
                program, "#!/bin/bash\nprintf '%s\\n' \"$@\"\ntouch \"$RUNNER_TEMP/iisaudit.sarif\"\nexit " + exit);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(BASH.toString(), ".github/bin/audit").redirectErrorStream(true);
        builder.environment().put("IISAUDIT", program.toString());
        builder.environment().put("RUNNER_TEMP", folder.toString());
        builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
        builder.environment().remove("GITHUB_STEP_SUMMARY");
        builder.environment().putAll(inputs);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(exit);
        return new ArrayList<>(printed.lines().toList());
    }

    @Test
    void theActionAuditsTheFolderThatItStandsIn() throws Exception {
        assertThat(audit(0, Map.of("INPUT_PATHS", "\n", "GITHUB_STEP_SUMMARY", "/s.md")))
                .containsExactly(
                        "scan",
                        "--format",
                        "github",
                        "--output",
                        "sarif=" + folder + "/iisaudit.sarif",
                        "--output=markdown=/s.md",
                        "--",
                        ".");
    }

    @Test
    void theActionPassesInputsOnAsTheyStand() throws Exception {
        String evil = "x; touch " + folder + "/evil $(touch " + folder + "/evil) `id` \"";
        List<String> arguments = audit(
                1,
                Map.of(
                        "INPUT_PATHS", "a b\r\n--rules\n" + evil,
                        "INPUT_SINCE", evil,
                        "INPUT_BASELINE", "known.txt",
                        "INPUT_FAIL_ON", "error",
                        "INPUT_FORMAT", "text",
                        "INPUT_ARGS", "--skip-rule=section-locked\n\n--quiet\n"));

        assertThat(arguments)
                .endsWith(
                        "--fail-on=error",
                        "--since=" + evil,
                        "--baseline=known.txt",
                        "--skip-rule=section-locked",
                        "--quiet",
                        "--",
                        "a b",
                        "--rules",
                        evil);
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void theActionTellsWhereTheSarifFileIsAlsoWhenItFails() throws Exception {
        audit(1, Map.of());

        assertThat(Files.readString(folder.resolve("output")))
                .isEqualTo("sarif=" + folder + "/iisaudit.sarif\nexit-code=1\n");
    }
}
