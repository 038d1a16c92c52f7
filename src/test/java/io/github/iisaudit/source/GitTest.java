package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {

    @TempDir
    Path temp;

    @Test
    void it_is_looked_for_in_absolute_folders_of_the_path_only() throws Exception {
        String name = File.separatorChar == '\\' ? "git.exe" : "git";
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Path tree = Files.createDirectories(temp.resolve("tree"));
        Path program = Files.createFile(bin.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Git.in(tree, Map.of("PATH", bin.toString()))).isPresent();
        Path relative = Path.of("").toAbsolutePath().relativize(bin.toRealPath());
        assertThat(Git.in(tree, Map.of("PATH", relative.toString()))).isEmpty();
        assertThat(Git.in(tree, Map.of("PATH", "." + File.pathSeparator))).isEmpty();
        assertThat(Git.in(tree, Map.of())).isEmpty();
    }

    @Test
    void one_that_the_work_tree_brings_is_not_run() throws Exception {
        String name = File.separatorChar == '\\' ? "git.exe" : "git";
        Path bin = Files.createDirectories(temp.resolve("tree/node_modules/.bin"));
        assertThat(Files.createFile(bin.resolve(name)).toFile().setExecutable(true))
                .isTrue();
        Path link = Files.createSymbolicLink(temp.resolve("link"), bin);
        assertThat(Git.in(temp.resolve("tree"), Map.of("PATH", bin.toString()))).isEmpty();
        assertThat(Git.in(temp.resolve("tree"), Map.of("PATH", link.toString())))
                .isEmpty();
    }

    @Test
    void what_it_reads_and_what_it_answers_may_be_long() throws Exception {
        GitRepository repository = GitRepository.at(temp);
        String text = "x".repeat(300_000);
        String id = repository.with("big", text).git("hash-object", "-w", "big").strip();
        Git git = Git.around(temp).orElseThrow();
        assertThat(git.ask("cat-file", "blob", id).text()).isEqualTo(text);
        byte[] often = (id + "\n").repeat(5_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(git.ask(often, "cat-file", "--batch-check").records())
                .singleElement()
                .asString()
                .hasLineCount(5_000);
    }

    @Test
    void what_it_complains_of_is_told() throws Exception {
        GitRepository repository = GitRepository.at(temp);
        Git.Answer answer = Git.around(repository.root()).orElseThrow().ask("rev-parse", "--verify", "nonsense");
        assertThat(answer.exit()).isNotZero();
        assertThat(answer.error()).startsWith("fatal:");
    }
}
