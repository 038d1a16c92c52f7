package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories with the configuration of IIS Express, which Visual Studio keeps in them. */
class DevelopmentHostTest {

    @TempDir
    private Path repository;

    @Test
    void the_file_that_counts_is_said_and_offered_as_host() throws Exception {
        Files.writeString(repository.resolve("web.config"), "<configuration/>");
        Path folder = Files.createDirectories(repository.resolve(".vs/Shop/config"));
        Files.writeString(folder.resolve("applicationhost.config"), "<configuration/>");
        Run run = Run.of("scan", "--verbose", repository.toString());
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(".vs/Shop/config/applicationhost.config")
                .contains("--host");
        assertThat(run.err()).contains(".vs (holds").doesNotContain("never holds");
    }

    @Test
    void without_one_nothing_is_said_of_it() throws Exception {
        Files.writeString(repository.resolve("web.config"), "<configuration/>");
        Files.createDirectories(repository.resolve(".vs/Shop/v17"));
        assertThat(Run.of("scan", repository.toString()).out()).doesNotContain("IIS Express");
    }
}
