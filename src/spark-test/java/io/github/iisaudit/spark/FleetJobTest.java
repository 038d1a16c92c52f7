package io.github.iisaudit.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.spark.Fleets.Form;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetJobTest {

    private static final String LOCAL = "local[2]";

    @TempDir
    Path temp;

    private List<String> names() throws Exception {
        try (Stream<Path> all = Files.list(temp)) {
            return all.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private void fails(int exitCode, String reason, String... arguments) throws Exception {
        try (Program job = Submitted.job(LOCAL, arguments)) {
            assertThat(job.exitCode()).as(String.join("\n", job.err())).isEqualTo(exitCode);
            assertThat(job.err()).anyMatch(line -> line.startsWith("iisaudit: ") && line.contains(reason));
        }
    }

    @Test
    void rulesOfUsersRunEverywhere() throws Exception {
        Path fleet = Fleets.of(Form.FOLDERS, 4, temp.resolve("fleet"));
        Path rules = Files.createDirectory(temp.resolve("rules"));
        String rule = Files.readString(Path.of("rules/kernel-mode-preauth-401.xml"));
        Files.writeString(
                rules.resolve("house-rule.xml"), rule.replace("id=\"kernel-mode-preauth-401\"", "id=\"house-rule\""));
        Path output = temp.resolve("output");

        try (Program job = Submitted.job(LOCAL, fleet.toString(), output.toString(), "--rules", rules.toString())) {
            assertThat(job.exitCode()).as(String.join("\n", job.err())).isZero();
        }
        Submitted.isWhatTheCommandLineFinds(output, fleet.toString(), "--rules", rules.toString());
        assertThat(Submitted.lines(output.resolve("findings.jsonl"))).anyMatch(it -> it.contains("\"house-rule\""));
        assertThat(names()).containsExactly("fleet", "output", "rules");
    }

    @Test
    void whatIsStoredElsewhereIsFoundAsOnThisDisk() throws Exception {
        Path fleet = Fleets.of(Form.FOLDERS, 4, temp.resolve("fleet"));
        Path output = temp.resolve("output");

        try (Program job = Submitted.job(
                LOCAL,
                Path.of("target/test-classes").toAbsolutePath().toString(),
                List.of("--conf", "spark.hadoop.fs.bucket.impl=" + BucketFileSystem.class.getName()),
                "bucket://store" + fleet,
                output.toString())) {
            assertThat(job.exitCode()).as(String.join("\n", job.err())).isZero();
        }
        List<String> stored = Submitted.lines(output.resolve("unreadable.jsonl")).stream()
                .map(line -> line.replace("bucket://store", ""))
                .toList();
        Files.write(output.resolve("unreadable.jsonl/part-all"), stored);
        try (Stream<Path> parts = Files.list(output.resolve("unreadable.jsonl"))) {
            for (Path part : parts.filter(it -> !it.endsWith("part-all")).toList()) {
                Files.delete(part);
            }
        }
        Submitted.isWhatTheCommandLineFinds(output, fleet.toString());
    }

    @Test
    void anOutputThatIsThereIsLeftAlone() throws Exception {
        Path fleet = Fleets.of(Form.ZIPS, 1, temp.resolve("fleet"));
        Path output = Files.createDirectory(temp.resolve("output"));
        fails(2, "is there already", fleet.toString(), output.toString());
        assertThat(output).isEmptyDirectory();
        fails(
                2,
                "would lie in the input",
                fleet.toString(),
                fleet.resolve("output").toString());
    }

    @Test
    void whereThereIsNoServerNothingIsWritten() throws Exception {
        Path fleet = Files.createDirectory(temp.resolve("fleet"));
        Files.writeString(fleet.resolve("readme.txt"), "no server");
        fails(3, "no server in", fleet.toString(), temp.resolve("output").toString());
        fails(
                2,
                "no such file or folder",
                temp.resolve("none").toString(),
                temp.resolve("output").toString());
        assertThat(names()).containsExactly("fleet");
    }
}
