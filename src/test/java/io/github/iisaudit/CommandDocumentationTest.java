package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in docs/commands say what the commands say of themselves. */
class CommandDocumentationTest {

    private static final Path FOLDER = Path.of("docs", "commands");

    @Test
    void everyCommandHasItsPageAndNoneIsStale(@TempDir Path empty) throws IOException {
        new GeneratedPages(FOLDER, List.of("docs")).areCurrent(empty);
    }

    @Test
    void aPageHasArgumentsOptionsAndExamples() throws IOException {
        assertThat(FOLDER.resolve("scan.md"))
                .content()
                .contains("# iisaudit scan\n", "\niisaudit scan [OPTION]... PATH", "\n| `--fail-on=SEVERITY` | ")
                .contains("\n```\niisaudit scan snapshots/WEB01 ")
                .doesNotContain("${", "--debug");
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("[iisaudit rules test](rules-test.md)")
                .doesNotContain("rules docs");
    }
}
