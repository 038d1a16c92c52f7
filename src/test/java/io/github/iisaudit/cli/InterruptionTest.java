package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** What is in one before whoever writes has to wait. */
    private static final int PIPE = 60_000;

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
    @ValueSource(
            strings = {
                "what-if --set useKernelMode=false",
                "effective",
                "fix",
                "fix --set useKernelMode=false",
                "kerberos --directory EXPORT",
            })
    void what_programs_read_is_a_document_all_the_same(String command) throws Exception {
        Files.writeString(server.resolve("applicationHost.config"), host(30_000));
        Path export = Files.writeString(temp.resolve("a.ldf"), "dn: DC=contoso,DC=com\nobjectClass: domain\n\n");
        List<String> args = new ArrayList<>(
                List.of(command.replace("EXPORT", export.toString()).split(" ")));
        args.addAll(List.of(server.toString(), "--format", "json"));
        Path output = temp.resolve("document");
        process = new ProcessBuilder(java(args))
                .redirectOutput(output.toFile())
                .redirectError(temp.resolve("output").toFile())
                .start();
        beAtWork(Duration.ofMillis(300));
        end("TERM");
        String list = command.startsWith("fix") ? "/mended" : "/servers";
        assertThat(new ObjectMapper()
                        .readTree(Files.readAllBytes(output))
                        .at(list)
                        .isArray())
                .isTrue();
    }

    /** The first of two servers is mended, and its diff can be applied whatever the second is like. */
    @Test
    void fix_shows_what_was_mended_so_far() throws Exception {
        Path small = Files.createDirectories(temp.resolve("a"));
        Files.writeString(small.resolve("applicationHost.config"), host(1));
        Files.writeString(server.resolve("applicationHost.config"), host(30_000));
        Path report = temp.resolve("fix.json");
        begin(java(List.of("fix", small.toString(), server.toString(), "--output", "json=" + report)));
        beAtWork(Duration.ofSeconds(2));
        end("TERM");
        assertThat(said()).contains("interrupted: 1 of 2 servers were mended");
        assertThat(new ObjectMapper().readTree(Files.readAllBytes(report)).at("/leftOut"))
                .isNotEmpty();
    }

    /** With nothing at work there is nothing to wait for, and what another run has written stays. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void what_waits_for_standard_input_ends_at_once(String signal) throws Exception {
        assumeFalse(signal.equals("HUP") && isHangupIgnored(), "started by nohup, as its programs are");
        Path out = Files.writeString(temp.resolve("out.txt"), "kept");
        Path web = Files.writeString(temp.resolve("web.config"), "<configuration/>");
        begin(java(List.of("transform", "/dev/stdin", web.toString(), "--output", "text=" + out)));
        work(Duration.ofMillis(300));
        end(signal);
        assertThat(out).hasContent("kept");
        assertThat(said()).isEmpty();
    }

    @Test
    void who_does_not_read_standard_output_is_not_waited_for() throws Exception {
        Files.writeString(server.resolve("applicationHost.config"), host(4_000));
        List<String> args = java(List.of("effective", server.toString(), "--format", "json"));
        process = new ProcessBuilder(args)
                .redirectError(temp.resolve("output").toFile())
                .start();
        while (process.isAlive() && process.getInputStream().available() < PIPE) {
            Thread.sleep(20);
        }
        end("TERM");
    }

    /** Writes a report without an end. */
    static final class Endless {
        public static void main(String[] args) throws UnwrittenException {
            Interruption.listen();
            new Destination(Path.of(args[0])).write(out -> {
                while (!args[0].isEmpty()) {
                    out.write("x".repeat(10_000));
                }
            });
        }
    }

    private Path endless() throws IOException {
        Path report = Files.writeString(server.resolve("report.json"), "kept");
        Path draft = server.resolve(".iisaudit-0.tmp");
        List<String> args = java(List.of(report.toString()));
        args.set(args.indexOf("io.github.iisaudit.cli.Main"), Endless.class.getName());
        begin(args);
        while (process.isAlive() && (Files.notExists(draft) || Files.size(draft) == 0)) {
            Thread.onSpinWait();
        }
        return report;
    }

    @Test
    void whoever_kills_it_leaves_what_was_there_and_the_next_run_alone() throws Exception {
        Files.writeString(server.resolve("web.config"), "<configuration/>");
        String before = Run.of("scan", server.toString(), "--format", "json").out();
        Path report = endless();
        process.destroyForcibly().waitFor();
        assertThat(report).hasContent("kept");

        Run next = Run.of("scan", server.toString(), "--format", "json", "--output", "json=" + report);
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.out()).isEqualTo(before);
        assertThat(report).hasContent(before);
        assertThat(names()).containsExactly(".iisaudit-0.tmp", "report.json", "web.config");
    }

    @Test
    void whoever_asks_twice_does_not_wait_and_finds_nothing_half_written() throws Exception {
        Path report = endless();
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();
        end("TERM");
        assertThat(report).hasContent("kept");
        assertThat(names()).containsExactly("report.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(server)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A verdict by some of the evidence would be another one. */
    @ParameterizedTest
    @CsvSource({
        "confirm, interrupted: there is no verdict before all of the evidence is read",
        "scan, interrupted: 0 of 1 servers were audited",
    })
    void evidence_that_was_not_read_to_its_end_gives_a_document_without_a_verdict(String command, String notice)
            throws Exception {
        Files.writeString(server.resolve("applicationHost.config"), host(10));
        Path log = temp.resolve("u_ex260301.log");
        Files.writeString(log, "#Fields: date time cs-method cs-uri-stem sc-status sc-substatus c-ip\n");
        String line = "2026-03-01 00:00:00 GET /a 200 0 10.0.0.1\n".repeat(100_000);
        for (int i = 0; i < 20; i++) {
            Files.writeString(log, line, StandardOpenOption.APPEND);
        }
        Path output = temp.resolve("document");
        process = new ProcessBuilder(
                        java(List.of(command, server.toString(), "--evidence", log.toString(), "--format", "json")))
                .redirectOutput(output.toFile())
                .redirectError(temp.resolve("output").toFile())
                .start();
        while (process.isAlive() && !isReading(log)) {
            Thread.sleep(5);
        }
        end("TERM");
        assertThat(said()).doesNotContain("internal error");
        assertThat(new ObjectMapper()
                        .readTree(Files.readAllBytes(output))
                        .at("/notices")
                        .toString())
                .contains(notice);
    }

    private boolean isReading(Path file) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.anyMatch(each -> isSame(each, file));
        }
    }

    private static boolean isSame(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
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
        begin(java(List.of(
                "scan", server.toString(), "--rules", temp.resolve("rules").toString(), "--output", "json=" + report)));
        beAtWork(Duration.ofSeconds(1));
        end(signal);
        assertThat(said()).contains("interrupted");
        return new ObjectMapper().readTree(Files.readAllBytes(report));
    }

    private static boolean isHangupIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream().anyMatch(line -> line.matches("SigIgn:\\s*[0-9a-f]*[13579bdf]"));
    }

    private void begin(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("output").toFile())
                .start();
    }

    /** Waits until it has begun with its servers, and then until it has had so much of the processors. */
    private void beAtWork(Duration more) throws Exception {
        while (process.isAlive() && !isAtWork()) {
            Thread.sleep(20);
        }
        work(worked().plus(more));
    }

    /** Waits until it has had so much of the processors. */
    private void work(Duration until) throws InterruptedException {
        while (process.isAlive() && worked().compareTo(until) < 0) {
            Thread.sleep(20);
        }
    }

    /** Sends a signal, upon which it is to end. */
    private void end(String signal) throws Exception {
        long begin = System.nanoTime();
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(said()).isTrue();
        int exit = process.exitValue();
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(exit).as(said()).isEqualTo(130);
        assertThat(waited).isLessThan(PATIENCE);
    }

    private String said() throws IOException {
        return Files.readString(temp.resolve("output"), StandardCharsets.UTF_8);
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
