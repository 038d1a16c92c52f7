package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadFilesTest {

    private final XmlReader reader = XmlReader.remembering();

    @Test
    void a_file_of_the_same_path_and_content_is_the_same_tree() throws Exception {
        assertThat(read("a.config", "<a/>")).isSameAs(read("a.config", "<a/>"));
    }

    @Test
    void a_file_at_another_path_has_a_tree_of_its_own() throws Exception {
        read("a.config", "<a/>");
        assertThat(read("b.config", "<a/>").span()).hasToString("b.config:1:1");
    }

    @Test
    void contents_of_the_same_length_and_checksum_are_told_apart() throws Exception {
        assertThat(read("a.config", "<a>plumless</a>").getText()).isEqualTo("plumless");
        assertThat(read("a.config", "<a>buckeroo</a>").getText()).isEqualTo("buckeroo");
    }

    @Test
    void a_file_that_cannot_be_read_cannot_be_read_again() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> read("a.config", "<a>")).hasMessageContaining("before <a> of line 1 is closed");
        }
    }

    @Test
    void what_was_read_long_ago_is_forgotten() throws Exception {
        LocatedElement first = read("a.config", "<a/>");
        String large = "<a>" + " ".repeat(3 << 20) + "</a>";
        for (int i = 0; i < 3; i++) {
            read(i + ".config", large);
        }
        assertThat(read("a.config", "<a/>")).isNotSameAs(first);
    }

    private LocatedElement read(String path, String text) throws UnreadableXmlException {
        return reader.read(path, text.getBytes(UTF_8));
    }
}
