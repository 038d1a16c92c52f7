package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformCommandTest {

    private static final String XDT = "xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"";

    @TempDir
    Path folder;

    private String base = "";
    private String good = "";
    private String bad = "";

    @BeforeEach
    void writeFiles() throws IOException {
        base = file("web.config", "<configuration>\n  <a x=\"1\" />\n</configuration>\n");
        good = file(
                "good.config",
                "<configuration " + XDT + "><a x=\"2\" xdt:Transform=\"SetAttributes\"/></configuration>");
        bad = file("bad.config", "<configuration " + XDT + ">\n  <a xdt:Transform=\"Repalce\"/></configuration>");
    }

    @Test
    void it_prints_the_document() {
        Run run = Run.of("transform", base, good);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("<configuration>\n  <a x=\"2\" />\n</configuration>\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void an_error_has_a_place_and_the_exit_code_of_findings() {
        Run run = Run.of("transform", base, good, bad);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("bad.config:2:6: error: there is no transform 'Repalce'");
    }

    @Test
    void json_holds_the_messages_and_the_document() {
        Run run = Run.of("transform", base, bad, "--format", "json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"success\": false", "\"errors\": 1", "\"line\": 2", "\"column\": 6", "<a x=\\\"1\\\" />");
    }

    @Test
    void a_document_that_no_deployment_would_write_is_not_written() {
        Path written = folder.resolve("out.config");
        assertThat(Run.of("transform", base, bad, "--output", "text=" + written).exit())
                .isEqualTo(1);
        assertThat(written).doesNotExist();
        assertThat(Run.of("transform", base, good, "--output", "text=" + written)
                        .exit())
                .isZero();
        assertThat(written).content().contains("x=\"2\"");
    }

    @Test
    void what_is_read_is_never_written() {
        Run run = Run.of("transform", base, good, "--output", "text=" + base);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(Path.of(base)).content().contains("x=\"1\"");
    }

    @Test
    void a_file_that_is_not_there_is_a_slip_and_one_that_is_no_xml_an_incomplete_answer() throws IOException {
        assertThat(Run.of("transform", base, folder.resolve("none").toString()).exit())
                .isEqualTo(2);
        Run run = Run.of("transform", base, file("t.config", "<configuration>\n<a>"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).hasLineCount(1).contains("t.config:2:");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
