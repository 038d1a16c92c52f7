package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {

    @TempDir
    Path temp;

    private GitRepository shop;
    private final Revisions revisions = new Revisions(new Since("HEAD~1", false));

    @BeforeEach
    void start() throws Exception {
        shop = GitRepository.at(temp).with("a b/ä.yml", "then\n\n").with("empty", "");
        Files.createSymbolicLink(temp.resolve("link.yml"), Path.of("a b/ä.yml"));
        Files.createSymbolicLink(temp.resolve("out.yml"), Path.of("../outside 1"));
        Files.createSymbolicLink(temp.resolve("dangling.yml"), Path.of("no"));
        shop.committed().with("a b/ä.yml", "now").committed();
    }

    @AfterEach
    void end() {
        revisions.close();
    }

    @Test
    void files_are_read_as_they_were_one_after_the_other() throws Exception {
        assertThat(read("a b/ä.yml")).contains("then\n\n");
        assertThat(read("empty")).contains("");
        assertThat(read("link.yml")).contains("then\n\n");
    }

    @Test
    void what_was_not_there_is_absent_and_the_next_file_is_read() throws Exception {
        for (String path : new String[] {
            "no", "no such blob 5", "a b", "", ".", "../x", "out.yml", "dangling.yml", "empty/x", "a\nb", ".git/config"
        }) {
            assertThat(read(path)).as(path).isEmpty();
            assertThat(read("a b/ä.yml")).contains("then\n\n");
        }
    }

    @Test
    void it_tells_its_commit_and_is_looked_up_once() throws Exception {
        Revision revision = revisions.around(temp.resolve("a b"));
        assertThat(revision.commit()).isEqualTo(shop.git("rev-parse", "HEAD~1").strip());
        assertThat(revisions.around(temp)).isSameAs(revision);
    }

    private Optional<String> read(String path) throws SourceException {
        return revisions.around(temp).read(Path.of(path)).map(it -> new String(it, StandardCharsets.UTF_8));
    }
}
