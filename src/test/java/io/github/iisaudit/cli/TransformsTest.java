package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformsTest {

    private static final String XDT =
            "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"/>";

    @TempDir
    Path repository;

    @Test
    void they_are_named_in_the_report() throws Exception {
        Files.writeString(repository.resolve("web.config"), "<configuration/>");
        for (int i = 1; i <= 6; i++) {
            Files.writeString(repository.resolve("Web.T" + i + ".config"), XDT);
        }
        Run run = Run.of("scan", repository.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("6 transforms were not audited: Web.T1.config, Web.T2.config, Web.T3.config,"
                        + " Web.T4.config, Web.T5.config and 1 more");
    }

    @Test
    void one_of_them_alone_is_nothing_to_audit() throws Exception {
        Path file = Files.writeString(repository.resolve("Web.Release.config"), XDT);
        Run run = Run.of("scan", file.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains("is a transform (XDT)");
    }
}
