package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes where git reads, to which nobody ever writes. */
class GitPipesTest {

    private static final Since HEAD = new Since("HEAD", true);

    @TempDir
    Path temp;

    private GitRepository shop;

    @BeforeEach
    void aRepository() throws IOException {
        shop = GitRepository.at(temp).with("web.config", "<configuration/>").committed();
    }

    private Path pipe(String name) throws Exception {
        Path file = shop.root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        try {
            assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "there is no mkfifo");
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/config", ".git/packed-refs", ".git/index", ".git/info/exclude", ".gitignore"})
    void git_is_not_asked_where_one_of_them_is_read_at_once(String name) throws Exception {
        pipe(name);
        long begin = System.nanoTime();
        assertThatThrownBy(() -> Revision.around(temp, HEAD))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(name + " is no file, but a pipe or a device");
        assertThat(Sources.open(List.of(temp.toString()), SourceOptions.DEFAULTS)
                        .sources())
                .hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void git_that_only_waits_is_given_up_and_not_asked_again() throws Exception {
        String id = shop.git("rev-parse", "HEAD").strip();
        pipe(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        Git git = Git.around(temp).orElseThrow();
        assertThatThrownBy(() -> git.ask("cat-file", "-p", "HEAD"))
                .hasMessage("git does nothing but wait: a pipe or a device may lie where it reads");
        assertThatThrownBy(() -> Git.around(temp).orElseThrow().ask("rev-parse", "HEAD"))
                .hasMessage("git has not answered before");
    }

    @Test
    void so_is_git_that_is_asked_more_than_once() throws Exception {
        String id = shop.git("rev-parse", "HEAD:web.config").strip();
        pipe(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        try (GitObjects objects = new GitObjects(Git.around(temp).orElseThrow())) {
            assertThatThrownBy(() -> objects.read(List.of(id))).hasMessageContaining("nothing but wait");
        }
    }
}
