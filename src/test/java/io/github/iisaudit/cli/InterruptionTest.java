package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A process at work on one server that would take minutes, and is asked to end. */
class InterruptionTest {

    /** Two seconds where nothing else is at work. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** As slow as a rule can be without being stopped. */
    private static final String SLOW = """
            <rule id="slow-ID" severity="warning" confidence="high" SUBJECT>
              <title>t</title><flag>self::*[count(//*[count(//@*[. = string(/scope/@path)]) &gt; 0]) &gt; 0]</flag><message>m</message>
              <fix>f</fix><rationale>r</rationale><affected>a</affected><confirm>c</confirm><remediation>r</remediation>
              <references><ref href="https://example.com">x</ref></references>
              <examples><bad name="b" marks="x"><web path="/"><configuration x="y"/></web></bad>
                <good name="g"><web path="/"><configuration/></web></good></examples>
            </rule>
            """;

    private static final int SIGINT = 2;

    @TempDir
    Path temp;

    private Path server = Path.of("");
    private Process process;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "threads are seen there");
        server = Files.createDirectories(temp.resolve("server"));
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void between_two_paths_it_ends_with_what_was_found(String signal) throws Exception {
        assumeTrue(signal.equals("TERM") || isHeard(), "a job in the background of a shell ignores Ctrl-C");
        slowRules(3, "");
        Files.writeString(server.resolve("applicationHost.config"), host(4_000));
        JsonNode report = interrupted(signal);
        assertThat(report.at("/notices").toString())
                .contains("interrupted: 0 of 1 servers were audited, server in part");
        assertThat(report.at("/findings").toString()).contains("kernel-mode-preauth-401");
    }

    @Test
    void at_one_path_that_takes_long_it_does_not_wait() throws Exception {
        slowRules(400, "scope=\"file\"");
        Files.writeString(
                server.resolve("web.config"), "<configuration>" + "<a b=\"x\"/>".repeat(2_000) + "</configuration>");
        JsonNode report = interrupted("TERM");
        assertThat(report.at("/notices").toString()).contains("interrupted: 0 of 1 servers were audited");
    }

    /** Before the first path is told, there is a document all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"what-if --set useKernelMode=false", "effective"})
    void what_programs_read_is_a_document_all_the_same(String command) throws Exception {
        Files.writeString(server.resolve("applicationHost.config"), host(60_000));
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.addAll(List.of(server.toString(), "--format", "json"));
        Path output = temp.resolve("output");
        process = new ProcessBuilder(java(args)).redirectOutput(output.toFile()).start();
        while (process.isAlive() && worked().compareTo(Duration.ofSeconds(1)) < 0) {
            Thread.sleep(20);
        }
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(new ObjectMapper()
                        .readTree(Files.readAllBytes(output))
                        .at("/servers")
                        .isArray())
                .isTrue();
    }

    private static List<String> java(List<String> args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.iisaudit.cli.Main"));
        command.addAll(args);
        return command;
    }

    private void slowRules(int count, String subject) throws IOException {
        Path rules = Files.createDirectories(temp.resolve("rules"));
        String section = subject.isEmpty()
                ? "section=\"system.webServer/security/authentication/windowsAuthentication\""
                : subject;
        for (int i = 0; i < count; i++) {
            String id = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            Files.writeString(
                    rules.resolve("slow-" + id + ".xml"), SLOW.replace("ID", id).replace("SUBJECT", section));
        }
    }

    private static String host(int paths) {
        StringBuilder host = new StringBuilder("<configuration><configSections>"
                + "<sectionGroup name=\"system.applicationHost\"><section name=\"applicationPools\"/>"
                + "<section name=\"sites\"/></sectionGroup><sectionGroup name=\"system.webServer\">"
                + "<sectionGroup name=\"security\"><sectionGroup name=\"authentication\">"
                + "<section name=\"windowsAuthentication\"/></sectionGroup></sectionGroup></sectionGroup>"
                + "</configSections><system.applicationHost><sites><site name=\"S\" id=\"1\"><application path=\"/\">"
                + "<virtualDirectory path=\"/\" physicalPath=\"C:\\s\"/></application></site></sites>"
                + "</system.applicationHost>");
        for (int i = 0; i < paths; i++) {
            host.append("<location path=\"S/f")
                    .append(i)
                    .append(
                            "\"><system.webServer><security><authentication>"
                                    + "<windowsAuthentication enabled=\"true\"/></authentication></security></system.webServer></location>");
        }
        return host + "</configuration>";
    }

    /** Waits until the audit has begun, sends a signal, and reads the report that was to be written into a file. */
    private JsonNode interrupted(String signal) throws Exception {
        Path report = temp.resolve("report.json");
        List<String> command = java(List.of(
                "scan", server.toString(), "--rules", temp.resolve("rules").toString(), "--output", "json=" + report));
        Path output = temp.resolve("output");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (process.isAlive() && !isAtWork()) {
            Thread.sleep(20);
        }
        Duration atWork = worked().plusSeconds(1);
        while (process.isAlive() && worked().compareTo(atWork) < 0) {
            Thread.sleep(20);
        }
        long begin = System.nanoTime();
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        int exit = process.waitFor();
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as(said).isEqualTo(130);
        assertThat(waited).isLessThan(PATIENCE);
        assertThat(said).contains("interrupted");
        return new ObjectMapper().readTree(Files.readAllBytes(report));
    }

    /** What it had of the processors: on a busy machine seconds go by in which it does nothing. */
    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ofDays(1));
    }

    /** Whether SIGINT reaches what is started from here. */
    private static boolean isHeard() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String ignored =
                    lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow();
            long signals =
                    Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16);
            return (signals & 1L << SIGINT - 1) == 0;
        }
    }

    private boolean isAtWork() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.anyMatch(InterruptionTest::isAudit);
        }
    }

    private static boolean isAudit(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip().equals("audit");
        } catch (IOException e) {
            return false;
        }
    }
}
