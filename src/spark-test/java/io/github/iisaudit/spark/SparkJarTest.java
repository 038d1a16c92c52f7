package io.github.iisaudit.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the jar of the job, and what is not. */
class SparkJarTest {

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void everyLicenceOfTheProgramIsThereToo() throws IOException {
        List<String> licences = entries(Program.COMMAND_LINE).stream()
                .filter(name -> name.startsWith("META-INF/") && name.matches(".*(LICEN[CS]E|NOTICE|licenses/.).*"))
                .toList();
        assertThat(licences).hasSizeGreaterThan(6).contains("META-INF/licenses/jackson-core.txt", "META-INF/NOTICE");
        assertThat(entries(Program.JOB)).containsAll(licences);
    }

    @Test
    void itsJacksonIsNotThatOfSpark() throws IOException {
        assertThat(entries(Program.JOB))
                .contains("io/github/iisaudit/shaded/jackson/core/JsonGenerator.class")
                .noneMatch(name -> name.startsWith("com/fasterxml/"));
    }

    @Test
    void sparkIsProvided() throws IOException {
        assertThat(entries(Program.JOB))
                .contains("io/github/iisaudit/spark/FleetJob.class", "rules/catalogue.bin")
                .noneMatch(name -> name.startsWith("org/apache/") || name.startsWith("scala/"));
        assertThat(entries(Program.COMMAND_LINE)).noneMatch(name -> name.startsWith("io/github/iisaudit/spark/"));
    }
}
