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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The action, the hooks and the examples for pipelines: they parse, and what they run exists and does as it is told. */
class PipelineTest {

    private static final Path BASH = Path.of("/bin/bash");
    private static final Path PRODUCTION =
            Path.of("examples", "deployment", "src", "Intranet", "Web.Production.config");
    private static final Map<String, String> PACKAGE = Map.of(
            "archive.xml",
            "<sitemanifest MSDeploy.ObjectResolver.createApp='x'/>",
            "parameters.xml",
            "<parameters><parameter name='Mode'><parameterEntry kind='XmlFile' scope='web.config$' match='//x/@y'/>"
                    + "</parameter></parameters>",
            "Content/C_C/site/web.config",
            "<configuration/>");
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
        assertThat(Path.of(".github/bin/fetch")).isExecutable();
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

    @Test
    void theCommandsOfTheExamplesRunAsTheyStandInARepository() throws IOException, InterruptedException {
        Path repository = folder.resolve("repository");
        write(repository.resolve("src/Intranet/web.config"), "<configuration/>");
        write(repository.resolve("src/Intranet/Web.Production.config"), Files.readString(PRODUCTION));
        Path zip = repository.resolve("drop/Intranet.zip");
        Files.createDirectories(zip.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> entry : PACKAGE.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        write(repository.resolve("drop/Intranet.Production.SetParameters.xml"), "<parameters/>");
        int commands = 0;
        Matcher command = Pattern.compile("iisaudit (scan [^'\n`]*)").matcher(Files.readString(DOCUMENT));
        for (; command.find(); commands++) {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            line.addAll(List.of(command.group(1).strip().split(" ")));
            Process run = new ProcessBuilder(line)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(run.waitFor()).as(command.group() + "\n" + said).isLessThanOrEqualTo(1);
        }
        assertThat(commands).isGreaterThanOrEqualTo(6);
        assertThat(repository.resolve(".iisaudit-baseline")).exists();
        assertThat(repository.resolve("gl-code-quality-report.json")).isNotEmptyFile();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
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
    void theActionAuditsWhatIsDeployed() throws Exception {
        Map<String, String> one = Map.of(
                "INPUT_CONFIGURATION", "Release",
                "INPUT_ENVIRONMENT", "Live",
                "INPUT_EVERY_ENVIRONMENT", "false",
                "INPUT_VARIABLES", "A=1 2\r\n\n--B=$(id)\n");

        assertThat(audit(0, one))
                .endsWith(
                        "--configuration=Release",
                        "--environment=Live",
                        "--variable=A=1 2",
                        "--variable=--B=$(id)",
                        "--",
                        ".");
        assertThat(audit(0, Map.of("INPUT_EVERY_ENVIRONMENT", "true"))).endsWith("--every-environment", "--", ".");
    }

    @Test
    void theActionTellsWhereTheSarifFileIsAlsoWhenItFails() throws Exception {
        audit(1, Map.of());

        assertThat(Files.readString(folder.resolve("output")))
                .isEqualTo("sarif=" + folder + "/iisaudit.sarif\nexit-code=1\n");
    }

    /** What the step that fetches a release leaves for the next one; the release is beside the test. */
    private String fetched(int exit, Map<String, String> inputs) throws IOException, InterruptedException {
        assumeThat(BASH).exists();
        assumeThat(Path.of("/usr/bin/curl")).exists();
        assumeThat(Path.of("/usr/bin/unzip")).exists();
        Path output = folder.resolve("output");
        Files.writeString(output, "");
        ProcessBuilder builder = new ProcessBuilder(BASH.toString(), ".github/bin/fetch").redirectErrorStream(true);
        builder.environment().put("RUNNER_TEMP", folder.toString());
        builder.environment().put("GITHUB_OUTPUT", output.toString());
        builder.environment().put("IISAUDIT_RELEASES", folder.toUri().toString());
        builder.environment().putAll(inputs);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(exit);
        return Files.readString(output) + printed;
    }

    /** Makes release 1.2.3 and gives its checksum. */
    private String release() throws IOException, GeneralSecurityException {
        Path zip = Files.createDirectories(folder.resolve("v1.2.3")).resolve("iisaudit-1.2.3.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("iisaudit-1.2.3/bin/iisaudit"));
            out.write("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void theActionTakesAReleaseThatHasItsChecksum() throws Exception {
        String told = fetched(0, Map.of("INPUT_VERSION", "1.2.3", "INPUT_SHA256", release()));

        assertThat(told).startsWith("program=" + folder).endsWith("/iisaudit-1.2.3/bin/iisaudit\n");
        assertThat(Path.of(told.strip().substring("program=".length()))).isExecutable();
    }

    @Test
    void theActionStopsWhereAReleaseHasAnotherChecksum() throws Exception {
        release();

        assertThat(fetched(4, Map.of("INPUT_VERSION", "1.2.3", "INPUT_SHA256", "0".repeat(64))))
                .startsWith("iisaudit: iisaudit-1.2.3.zip has the checksum ");
    }

    @Test
    void theActionBuildsWhereThereIsNoRelease() throws Exception {
        assertThat(fetched(0, Map.of())).isEmpty();
        assertThat(fetched(0, Map.of("INPUT_VERSION", "1.2.4", "INPUT_SHA256", release())))
                .contains("release 1.2.4 cannot be had; building the program instead")
                .doesNotContain("program=");
    }

    @Test
    void theActionTakesNoReleaseWithoutAChecksumAndNoOddVersion() throws Exception {
        String sum = release();

        assertThat(fetched(4, Map.of("INPUT_VERSION", "1.2.3"))).contains("sha256 has to be");
        assertThat(fetched(4, Map.of("INPUT_VERSION", "1.2.3/../../v1.2.3", "INPUT_SHA256", sum)))
                .contains("the version has to be like 0.2.0");
    }
}
