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
        Path program = Files.createFile(temp.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Git.in(temp, Map.of("PATH", temp.toString()))).isPresent();
        Path relative = Path.of("").toAbsolutePath().relativize(temp.toRealPath());
        assertThat(Git.in(temp, Map.of("PATH", relative.toString()))).isEmpty();
        assertThat(Git.in(temp, Map.of("PATH", "." + File.pathSeparator))).isEmpty();
        assertThat(Git.in(temp, Map.of())).isEmpty();
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
