package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Evidence below 1 MB that took minutes. It takes a second or two; the limit is for slow machines. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SmallEvidenceTest {

    @TempDir
    Path folder;

    @Test
    void manyLogsMayLieInOneArchive() throws IOException {
        Path logs = folder.resolve("logs.zip");
        try (OutputStream out = Files.newOutputStream(logs);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 3_000; i++) {
                zip.putNextEntry(new ZipEntry("u_ex" + i + ".log"));
                zip.write("#Fields: date time c-ip sc-status\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        Run run = Run.of("confirm", "--evidence", logs.toString());
        assertThat(run.out() + run.err()).contains("3,000 files of evidence");
    }
}
