package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereaboutsTest {

    @TempDir
    Path folder;

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    @Test
    void areInTheRepositoryAround() throws IOException {
        Path current = Files.createDirectories(folder.resolve("repository/deploy/web"));
        Files.createDirectory(folder.resolve("repository/.git"));
        assertThat(Whereabouts.of(current, Map.of()))
                .isEqualTo(new WorkFolder(slashes(current), slashes(folder.resolve("repository"))));
    }

    @Test
    void areWhereTheRunnerHasCheckedOut() throws IOException {
        Path current = Files.createDirectories(folder.resolve("work/sub"));
        Map<String, String> environment =
                Map.of("GITHUB_WORKSPACE", folder.resolve("work").toString(), "CI_PROJECT_DIR", "/elsewhere");
        assertThat(Whereabouts.of(current, environment).repository()).isEqualTo(slashes(folder.resolve("work")));
    }
}
