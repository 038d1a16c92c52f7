package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {

    private static final int SIZE = 4 << 20;
    private static final int ARCHIVES = 24;

    private static byte[] zip() throws IOException {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("web.config"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A fleet has thousands, all of which are opened before the first server is audited. */
    @Test
    void archives_that_were_released_hold_nothing_of_what_was_read() throws Exception {
        Path archive = new ServerFiles("fleet", Map.of("web01.zip", zip()))
                .folder()
                .path()
                .resolve("web01.zip");
        long before = used();

        List<ArchiveTree> trees = new ArrayList<>();
        for (int i = 0; i < ARCHIVES; i++) {
            ArchiveTree tree = ArchiveReader.read(archive, ArchiveKind.ZIP, "web01");
            tree.disk().close();
            trees.add(tree);
        }

        assertThat(used() - before).isLessThan((long) ARCHIVES * SIZE / 2);
        for (ArchiveTree tree : trees) {
            assertThat(tree.troubles()).isEmpty();
        }
    }
}
