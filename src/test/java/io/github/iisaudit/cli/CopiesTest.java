package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one file that IIS cannot read are told once, with their places. */
class CopiesTest {

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name).resolve("web.config");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @BeforeEach
    void copy() throws IOException {
        Files.writeString(folder.resolve("web.config"), "<configuration/>");
        write("a", "<configuration>\n<x></configuration>");
        for (String name : new String[] {"b", "c", "d"}) {
            write(name, "<configuration>\n<y v=\"1\" v=\"2\"/>\n</configuration>");
        }
    }

    @Test
    void inTextTheReasonStandsOnceBelowThePlaces() {
        String out = Run.of("scan", folder.toString()).out().replaceAll("\\s+", " ");

        assertThat(out.split("attribute \"v\" is given twice", -1)).hasSize(3);
        assertThat(out)
                .containsPattern(
                        "b/web.config:2:10 \\S+ c/web.config:2:10 \\S+ d/web.config:2:10 \\S+ all 3: IIS cannot")
                .contains("b/web.config:2:10 c/web.config:2:10 d/web.config:2:10 all 3: the file is not well-formed");
    }

    @Test
    void forProgramsEachFileHasItsEntry() {
        String json = Run.of("scan", folder.toString(), "--format", "json").out();

        assertThat(json.split("\"2:10: the file is not well-formed", -1)).hasSize(4);
    }
}
