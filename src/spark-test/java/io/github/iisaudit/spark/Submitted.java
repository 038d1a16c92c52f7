package io.github.iisaudit.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What jobs are submitted with, and how their output is held against that of the command line. */
final class Submitted {

    private Submitted() {}

    static Program job(String master, String... arguments) {
        return job(master, "", List.of(), arguments);
    }

    /**
     * Submits a job.
     *
     * @param classPath what the driver has beside Spark
     * @param more options of spark-submit
     */
    static Program job(String master, String classPath, List<String> more, String... arguments) {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        command.addAll(List.of("--executor-memory", "512m", "--conf", "spark.ui.enabled=false"));
        command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(more);
        command.addAll(List.of("--class", "io.github.iisaudit.spark.FleetJob", Program.JOB.toString()));
        command.addAll(List.of(arguments));
        return Program.spark(classPath, command);
    }

    /** All lines of a folder of the output, in order. */
    static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(folder)) {
            for (Path part : parts.filter(it -> it.getFileName().toString().startsWith("part-"))
                    .toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        lines.sort(null);
        return lines;
    }

    private static List<String> scan(String format, String input, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("-jar", Program.COMMAND_LINE.toString(), "scan", input));
        command.addAll(List.of("--format", format));
        command.addAll(List.of(options));
        try (Program scan = Program.java(command)) {
            assertThat(scan.exitCode()).isIn(1, 3);
            return scan.out();
        }
    }

    /** The job has found line for line what the command line finds, and says of the fleet what that says. */
    static void isWhatTheCommandLineFinds(Path output, String input, String... options) throws Exception {
        List<String> findings = new ArrayList<>(scan("jsonl", input, options));
        findings.sort(null);
        assertThat(findings).hasSizeGreaterThan(10);
        assertThat(lines(output.resolve("findings.jsonl"))).isEqualTo(findings);

        JsonNode report = JsonMapper.shared().readTree(String.join("\n", scan("json", input, options)));
        JsonNode summary = JsonMapper.shared().readTree(output.resolve("summary.json"));
        List<String> unreadable = new ArrayList<>();
        report.path("unreadable").forEach(it -> unreadable.add(it.toString()));
        unreadable.sort(null);
        assertThat(lines(output.resolve("unreadable.jsonl"))).isEqualTo(unreadable);
        assertThat(summary.path("drift")).isEqualTo(report.path("drift"));
        assertThat(summary.path("drift")).isNotEmpty();
        assertThat(summary.path("notices")).isEqualTo(report.path("notices"));
        for (String count : List.of("servers", "files", "scopes", "errors", "warnings", "notes", "unreadable")) {
            assertThat(summary.path("summary").path(count))
                    .as(count)
                    .isEqualTo(report.path("summary").path(count));
        }
        assertThat(output.resolve("_SUCCESS")).exists();
    }
}
